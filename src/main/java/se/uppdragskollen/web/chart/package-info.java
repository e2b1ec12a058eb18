/**
 * Pictures of how a number has gone: what is drawn where. A template writes them as SVG,
 * the same for screen and paper; beside each stands a table that says it all.
 */
@NullMarked
package se.uppdragskollen.web.chart;

import org.jspecify.annotations.NullMarked;
