import "./copy.ts";
import "./fold.ts";
import "./print.ts";
import "./view.ts";
