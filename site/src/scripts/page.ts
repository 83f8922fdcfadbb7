import "./copy.ts";
import "./print.ts";
import "./view.ts";
