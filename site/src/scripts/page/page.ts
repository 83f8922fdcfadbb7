import "./copy.ts";
import "./fold-months.ts";
import "./print.ts";
import "./reading-mode.ts";
