CREATE TABLE dev.public.users (id INT PRIMARY KEY);
CREATE TABLE public.orders (id INT PRIMARY KEY, user_id INT REFERENCES dev.public.users);
CREATE TABLE items (id INT, order_id INT REFERENCES public.orders (id));
CREATE TABLE public.tags (item INT, owner INT REFERENCES users (id));
