package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Peers;

/**
 * The values of all units by period and datum, and how each unit's peers stand.
 */
public final class PeerGroups {

	private static final int DECIMALS = 6;

	private final BiPredicate<String, String> comparable;

	private final Map<Period, Map<String, TreeMap<String, BigDecimal>>> values = new HashMap<>();

	/**
	 * Groups of peers.
	 * @param comparable whether two units may be compared
	 */
	public PeerGroups(BiPredicate<String, String> comparable) {
		this.comparable = comparable;
	}

	/** Takes down a unit's value; what is no number is passed over. */
	public void note(String unit, Period period, String id, Object value) {
		if (value instanceof BigDecimal number) {
			this.values.computeIfAbsent(period, (one) -> new HashMap<>())
				.computeIfAbsent(id, (one) -> new TreeMap<>())
				.put(unit, number);
		}
	}

	/** Mean and standard deviation of the unit's peers; nothing with fewer than two. */
	public Optional<Peers> peers(String unit, Period period, String id) {
		List<BigDecimal> peers = new ArrayList<>();
		this.values.getOrDefault(period, Map.of()).getOrDefault(id, new TreeMap<>()).forEach((other, value) -> {
			if (!other.equals(unit) && this.comparable.test(unit, other)) {
				peers.add(value);
			}
		});
		if (peers.size() < 2) {
			return Optional.empty();
		}
		BigDecimal count = BigDecimal.valueOf(peers.size());
		BigDecimal mean = peers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL128);
		BigDecimal squares = peers.stream()
			.map((value) -> value.subtract(mean).pow(2))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal sd = squares.divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
			.sqrt(MathContext.DECIMAL64);
		return Optional.of(new Peers(rounded(mean), rounded(sd), peers.size()));
	}

	private static BigDecimal rounded(BigDecimal number) {
		return number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
	}

}
