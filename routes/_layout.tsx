import type { JSX } from "preact";
import { SiteFrame } from "../components/site_frame.tsx";
import type { LayoutProps } from "../lib/web/mod.ts";

export default function SiteLayout({ place, children }: LayoutProps): JSX.Element {
  return <SiteFrame place={place}>{children}</SiteFrame>;
}
