/** What every page runs, in one request: none of it shares a module with the scripts of single pages. */
import "./copy.ts";
import "./moved.ts";
import "./print.ts";
import "./reading-mode.ts";
