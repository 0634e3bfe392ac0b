--DROP TABLE "public"."visits";
CREATE TABLE IF NOT EXISTS "public"."visits"
(
	"visit id" BIGINT NOT NULL DEFAULT "identity"(100123, 0, '1,1'::text) ENCODE az64
	,"page" VARCHAR(256)   ENCODE lzo
	,"seen" TIMESTAMP WITHOUT TIME ZONE   ENCODE RAW
	,"score" NUMERIC(18,2)  DEFAULT 0.00 ENCODE az64
	,"flag" BOOLEAN NOT NULL DEFAULT false ENCODE RAW
	,PRIMARY KEY ("visit id")
	,FOREIGN KEY ("page") REFERENCES public.pages("page")
)
DISTSTYLE KEY
 DISTKEY ("visit id")
 SORTKEY (
	"seen"
	, "page"
	)
;
ALTER TABLE "public"."visits" owner to admin;
COMMENT ON TABLE "public"."visits" IS 'from the admin view';
COMMENT ON COLUMN "public"."visits"."page" IS 'it''s a path';
--DROP TABLE public.pages;
CREATE TABLE public.pages (page VARCHAR(256) NOT NULL ENCODE lzo) DISTSTYLE ALL;
ALTER TABLE public.pages ADD CONSTRAINT pages_pkey PRIMARY KEY (page);
