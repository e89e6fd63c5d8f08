// One process and one browser for all of them.
import "./loads.mjs";
import "./filters.mjs";
import "./links.mjs";
import "./keys.mjs";
import "./accessible.mjs";
import "./hostile.mjs";
import "./large.mjs";
import "./narrow.mjs";
