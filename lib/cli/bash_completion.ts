/**
 * The script by which bash completes lines. It is our own, as others ask for functions that only
 * shells with bash-completion have, and never offer files.
 */
export const BASH_COMPLETION = `# bash completion for dw-sim

_dw_sim() {
  local unfinished=\${COMP_WORDS[COMP_CWORD]} line out
  [[ $unfinished == "=" ]] && unfinished=
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
  COMPREPLY=()
  out=$(dw-sim complete -- "\${words[@]}" "$unfinished" 2>/dev/null) || return
  while IFS= read -r line; do
    case $line in
      :4) compopt +o default +o bashdefault ;;
      :*) ;;
      ?*) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done <<< "$out"
}

complete -o bashdefault -o default -F _dw_sim dw-sim
`;
