package se.uppdragskollen.benchmark;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.report.Peers;

/**
 * A fact: how comparable centres stand, null when they are too few or not known.
 */
public record PeerGroup(String element, @Nullable Peers peers) {

}
