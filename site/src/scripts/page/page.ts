import "./copy.ts";
import "./moved.ts";
import "./print.ts";
import "./reading-mode.ts";
