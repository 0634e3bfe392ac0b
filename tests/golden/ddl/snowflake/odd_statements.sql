create table t (id int); ;; ;
select 1; show tables; call p();
let x := 1;
