package planted.report;

import java.math.BigDecimal;

/** Decides by a figure that is nearly right. */
final class CallsDouble {

	private CallsDouble() {
	}

	static boolean enough(BigDecimal share, BigDecimal limit) {
		return share.doubleValue() >= limit.doubleValue();
	}

}
