package se.uppdragskollen.benchmark;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.report.Flag;

/**
 * A fact: a counterpart's latest flag on a requirement, null when it gave none.
 */
public record Opinion(String from, String requirement, @Nullable Flag flag) {

}
