package se.uppdragskollen.benchmark;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.report.Peers;

/**
 * A fact: how comparable centres stand, null when they are too few or not known.
 */
public record PeerGroup(String element, @Nullable Peers peers) {

	public int getCount() {
		return (this.peers == null) ? 0 : this.peers.count();
	}

	/** So many standard deviations below the mean. */
	public BigDecimal low(BigDecimal deviations) {
		return this.peers.mean().subtract(this.peers.sd().multiply(deviations));
	}

	/** So many standard deviations above the mean. */
	public BigDecimal high(BigDecimal deviations) {
		return this.peers.mean().add(this.peers.sd().multiply(deviations));
	}

}
