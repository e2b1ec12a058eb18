package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * What others say: registers, comparable units and counterparts.
 */
final class RandomSurroundings {

	private static final BigDecimal[] DEVIATIONS = { BigDecimal.ONE, new BigDecimal("1.5"), BigDecimal.valueOf(2),
			new BigDecimal("1.501"), new BigDecimal("2.001") };

	private static final int[] COUNTS = { 0, 4, 5, 9, 10, 36 };

	private final Edition edition;

	private final Random random;

	private final double wildness;

	private final Report sound;

	private final Period period;

	RandomSurroundings(Edition edition, Random random, double wildness, Report sound, Period period) {
		this.edition = edition;
		this.random = random;
		this.wildness = wildness;
		this.sound = sound;
		this.period = period;
	}

	List<RegisterValue> registers(RandomValues values, Map<String, Object> reported) {
		List<RegisterValue> registers = new ArrayList<>();
		Map<String, Object> said = new TreeMap<>();
		for (RegisterValue one : this.sound.registers()) {
			if (chance(this.wildness / 8)) {
				continue;
			}
			Object value = value(one, values, reported, said);
			said.put(one.element(), value);
			LocalDate asOf = asOf();
			registers.add(new RegisterValue(one.source(), one.element(), value, asOf));
			if (chance(0.1)) {
				registers.add(new RegisterValue(one.source(), one.element(), one.value(), asOf.minusDays(40)));
			}
			if (chance(this.wildness / 6)) {
				registers.add(new RegisterValue(one.source(), one.element(), one.value(), asOf));
			}
			if (chance(0.02)) {
				registers.add(new RegisterValue("another-register", one.element(), one.value(), asOf));
			}
		}
		return registers;
	}

	private Object value(RegisterValue usual, RandomValues values, Map<String, Object> reported,
			Map<String, Object> said) {
		Element element = this.edition.elements().get(usual.element());
		boolean own = element != null && element.from().equals(usual.source());
		if (own) {
			Object value = values.of(element);
			boolean part = element.partOf() != null && value instanceof BigDecimal
					&& said.get(element.partOf()) instanceof BigDecimal;
			return part ? values.part((BigDecimal) value, (BigDecimal) said.get(element.partOf())) : value;
		}
		Object known = reported.getOrDefault(usual.element(), usual.value());
		if (!(known instanceof BigDecimal number)) {
			return known;
		}
		if (chance(this.wildness / 25)) {
			return "okänt";
		}
		return chance(this.wildness) ? number.add(beside(number)) : number;
	}

	/** How far a register may be from what a unit says: about a tolerance. */
	private BigDecimal beside(BigDecimal number) {
		BigDecimal far = switch (this.random.nextInt(4)) {
			case 0 -> new BigDecimal("0.5");
			case 1 -> BigDecimal.ONE;
			case 2 -> BigDecimal.valueOf(30);
			default -> number.divide(BigDecimal.valueOf(11), 0, RoundingMode.UP);
		};
		return this.random.nextBoolean() ? far : far.negate();
	}

	private LocalDate asOf() {
		if (!chance(this.wildness)) {
			return this.period.to().minusDays(this.random.nextInt(28));
		}
		return switch (this.random.nextInt(5)) {
			case 0 -> this.period.from().minusDays(this.random.nextInt(3));
			case 1 -> this.period.to().minusMonths(3L * this.random.nextInt(9)).plusDays(this.random.nextInt(3) - 1L);
			case 2 -> this.period.to().plusDays(this.random.nextInt(90));
			case 3 -> this.period.to().withDayOfMonth(1).minusDays(1).minusMonths(this.random.nextInt(30));
			default -> this.period.to().minusDays(this.random.nextInt(800));
		};
	}

	List<Signal> signals() {
		List<Signal> signals = new ArrayList<>();
		for (Counterpart from : Counterpart.values()) {
			int count = chance(this.wildness / 4) ? 0 : 1 + this.random.nextInt(2);
			for (int i = 0; i < count; i++) {
				Flag flag = chance(this.wildness) ? Flag.values()[this.random.nextInt(3)] : Flag.GREEN;
				@Nullable String requirement = new String[] { null, "U12", "U25", "U11" }[this.random.nextInt(4)];
				signals.add(new Signal(from, flag, (i == 0) ? null : requirement, null,
						this.period.to().minusDays(this.random.nextInt(4))));
			}
		}
		return signals;
	}

	Map<String, Peers> peers(Map<String, BigDecimal> present) {
		Map<String, Peers> peers = new LinkedHashMap<>();
		new TreeMap<>(this.sound.peers()).forEach((id, usual) -> {
			if (chance(this.wildness / 8)) {
				return;
			}
			int count = chance(this.wildness) ? COUNTS[this.random.nextInt(COUNTS.length)] : usual.count();
			BigDecimal sd = chance(this.wildness / 3) ? BigDecimal.ZERO : usual.sd();
			BigDecimal mean = (this.random.nextInt(3) > 0) ? present.getOrDefault(id, usual.mean()) : usual.mean();
			peers.put(id, new Peers(mean, sd, count));
		});
		return peers;
	}

	/** Some with the unit exactly as far away as a rule allows, or a little farther. */
	Map<String, Peers> peersBeside(Map<String, BigDecimal> present, Map<String, Peers> peers) {
		Map<String, Peers> beside = new LinkedHashMap<>();
		peers.forEach((id, one) -> {
			BigDecimal value = present.get(id);
			if (value != null && chance(this.wildness)) {
				BigDecimal far = one.sd().multiply(DEVIATIONS[this.random.nextInt(DEVIATIONS.length)]);
				BigDecimal mean = this.random.nextBoolean() ? value.add(far) : value.subtract(far);
				beside.put(id, new Peers(mean, one.sd(), one.count()));
			}
			else {
				beside.put(id, one);
			}
		});
		return beside;
	}

	private boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

}
