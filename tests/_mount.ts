/** Mounts are root's, and not in every container's power. */
export const CAN_MOUNT = await canMount();

/**
 * Lends a disk in memory at a folder.
 *
 * @param folder Where; it must exist.
 * @param size As `mount` takes it, `4m`.
 */
export async function withDisk(
  folder: string,
  size: string,
  work: () => Promise<void>,
): Promise<void> {
  if (!await mount(["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder])) {
    throw new Error(`Nothing can be mounted at ${folder}`);
  }
  try {
    await work();
  } finally {
    await new Deno.Command("umount", { args: ["-l", folder] }).output();
  }
}

async function mount(args: readonly string[]): Promise<boolean> {
  try {
    const command = new Deno.Command("mount", { args: [...args], stderr: "null", stdout: "null" });
    return (await command.output()).success;
  } catch {
    return false;
  }
}

async function canMount(): Promise<boolean> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  const folder = await Deno.makeTempDir();
  const mounted = await mount(["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
  if (mounted) await new Deno.Command("umount", { args: [folder] }).output();
  await Deno.remove(folder);
  return mounted;
}
