package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Report;

/**
 * Reports that vary a sound one in every way that a report can: values on and beside the
 * limits, missing, suppressed, impossible, old; registers, peers, signals and exemptions
 * of all sorts. The same seed gives the same reports.
 */
public final class RandomReports {

	/** The seed that tests use: {@code -Dseed=N}, else always the same. */
	public static final long SEED = Long.getLong("seed", 20250101L);

	private static final double[] WILDNESS = { 0.01, 0.03, 0.08, 0.25, 0.7 };

	private final Edition edition;

	private final Report sound;

	private final Random random;

	private final Map<Unit, List<BigDecimal>> limits;

	private final List<Element> elements;

	private final List<Period> periods = new ArrayList<>();

	/**
	 * Random reports for an edition.
	 * @param edition one of the Kalmar editions
	 */
	public RandomReports(Edition edition, long seed) {
		this.edition = edition;
		this.sound = Kalmar.sound(edition, PeriodKind.YEAR);
		this.random = new Random(seed);
		this.limits = RandomValues.limits(edition);
		this.elements = List.copyOf(new TreeMap<>(edition.elements()).values());
		for (PeriodKind kind : PeriodKind.values()) {
			for (Period one = kind.at(edition.to()); edition.inForceOn(one.to()); one = one.minus(1)) {
				this.periods.add(one);
			}
		}
	}

	/** The next report, of any kind of period in which the edition is in force. */
	public Report next() {
		PeriodKind kind = PeriodKind.values()[this.random.nextInt(PeriodKind.values().length)];
		List<Period> ofKind = this.periods.stream().filter((one) -> one.kind() == kind).toList();
		return next(ofKind.get(this.random.nextInt(ofKind.size())));
	}

	/** The next report for this period. */
	public Report next(Period period) {
		double wildness = WILDNESS[this.random.nextInt(WILDNESS.length)];
		LocalDate handedIn = (this.random.nextInt(10) < 4) ? null : period.to().plusDays(this.random.nextInt(60));
		RandomValues values = new RandomValues(this.edition, this.limits, this.random, wildness, this.sound, period);
		Map<String, Object> reported = new HashMap<>();
		Map<String, String> notApplicable = new HashMap<>();
		Set<String> suppressed = new HashSet<>();
		RandomHistory history = new RandomHistory(this.random, wildness, period);
		for (Element element : this.elements) {
			if (chance(wildness / 12)) {
				suppressed.add(element.id());
			}
			else if (chance(wildness / 16)) {
				notApplicable.put(element.id(), "Finns inte här");
			}
			else if (!chance(wildness / 8) && element.selfReported()) {
				boolean another = element.period() != period.kind();
				if (another && this.random.nextInt(3) > 0) {
					history.ofAnotherKind(element, () -> values.of(element));
				}
				if (!another || this.random.nextInt(3) == 0) {
					reported.put(element.id(), values.of(element));
				}
			}
			else if (element.period() != period.kind() && chance(0.3)) {
				history.ofAnotherKind(element, () -> values.of(element));
			}
		}
		if (chance(wildness / 4)) {
			List<String> derived = List.copyOf(new TreeMap<>(this.edition.derived()).keySet());
			suppressed.add(derived.get(this.random.nextInt(derived.size())));
		}
		values.relate(reported);
		RandomSurroundings around = new RandomSurroundings(this.edition, this.random, wildness, this.sound, period);
		Report bare = new Report("SE5566778899-H017", this.edition.assignment(), period, handedIn, reported,
				notApplicable, suppressed, around.registers(values, reported), around.signals(), exemptions(period),
				history.values(), Map.of());
		Map<String, BigDecimal> present = PresentValues.of(this.edition, bare);
		history.leadTo(present, this.sound.history().keySet());
		return bare.with(history.values(), around.peersBeside(present, around.peers(present)));
	}

	private List<Exemption> exemptions(Period period) {
		List<Exemption> exemptions = new ArrayList<>();
		List<String> ids = List.copyOf(this.edition.requirements().keySet());
		for (int i = this.random.nextInt(8) - 5; i > 0; i--) {
			LocalDate from = near(period.from());
			LocalDate to = near(period.to());
			String id = ids.get(this.random.nextInt(ids.size()));
			exemptions.add(new Exemption(id, from, to.isBefore(from) ? from : to, "Hälsovalsenheten", "Ombyggnad"));
			if (this.random.nextBoolean()) {
				exemptions.add(new Exemption(id, period.from(), period.to(), "Regionstyrelsen", "Flytt"));
			}
		}
		return exemptions;
	}

	private LocalDate near(LocalDate day) {
		return day.plusDays(new int[] { 0, 0, -1, 1, -30, 30 }[this.random.nextInt(6)]);
	}

	private boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

}
