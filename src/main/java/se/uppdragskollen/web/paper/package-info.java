/**
 * What leaves the service as a document: accessible PDF and Excel, for every desk. Who
 * may have one is the desk's question and that of the modules which own the data.
 */
@NullMarked
package se.uppdragskollen.web.paper;

import org.jspecify.annotations.NullMarked;
