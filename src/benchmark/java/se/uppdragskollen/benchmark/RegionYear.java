package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.evaluation.naive.Kalmar;
import se.uppdragskollen.report.Exemption;
import se.uppdragskollen.report.Flag;
import se.uppdragskollen.report.Peers;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.Signal;

/**
 * What forty health centres hand in during a year: a report for each month, quarter,
 * tertial, half-year and the year, with all that the requirements of its kind read.
 * Varies the sound report of the edition's cases, so that outcomes vary too; the same
 * seed gives the same reports.
 */
final class RegionYear {

	static final int CENTRES = 40;

	private static final int YEAR = 2025;

	private static final int PERIODS_BACK = 5;

	private final Edition edition;

	private final Map<PeriodKind, Set<String>> asked;

	private final Report sound;

	private final Random random;

	private RegionYear(Edition edition, long seed) {
		this.edition = edition;
		this.asked = Asked.elements(edition);
		this.sound = Kalmar.sound(edition, PeriodKind.YEAR);
		this.random = new Random(seed);
	}

	static List<Report> reports(Edition edition, long seed) {
		RegionYear region = new RegionYear(edition, seed);
		List<Report> reports = new ArrayList<>();
		for (int centre = 0; centre < CENTRES; centre++) {
			String unit = "SE5566778899-H%03d".formatted(centre);
			for (PeriodKind kind : PeriodKind.values()) {
				for (int i = 1; i <= 12 / kind.months(); i++) {
					reports.add(region.report(unit, Period.of(kind, YEAR, i)));
				}
			}
		}
		return reports;
	}

	private Report report(String unit, Period period) {
		Map<String, Object> values = new HashMap<>();
		Set<String> suppressed = new HashSet<>();
		List<RegisterValue> registers = new ArrayList<>();
		for (String id : this.asked.get(period.kind())) {
			Element element = this.edition.elements().get(id);
			if (element.selfReported() && this.sound.values().get(id) != null && !chance(0.01)) {
				values.put(id, varied(element, this.sound.values().get(id), period, values));
			}
			else if (element.partOf() != null && chance(0.3)) {
				suppressed.add(id);
			}
		}
		for (RegisterValue one : this.sound.registers()) {
			register(one, period, values, registers);
		}
		return new Report(unit, this.edition.assignment(), period, period.to().plusDays(10), values, Map.of(),
				suppressed, registers, signals(period), exemptions(period), history(period), peers());
	}

	private void register(RegisterValue one, Period period, Map<String, Object> values, List<RegisterValue> registers) {
		if (chance(0.01)) {
			return;
		}
		Element element = this.edition.elements().get(one.element());
		Object value = one.value();
		if (element != null && element.from().equals(one.source())) {
			Map<String, Object> said = new HashMap<>();
			registers.forEach((other) -> said.put(other.element(), other.value()));
			value = varied(element, value, period, said);
		}
		else if (values.get(one.element()) != null && !chance(0.05)) {
			value = values.get(one.element());
		}
		registers.add(new RegisterValue(one.source(), one.element(), value, period.to().minusDays(1)));
	}

	private Object varied(Element element, Object usual, Period period, Map<String, Object> values) {
		if (usual instanceof BigDecimal number) {
			return number(element, number, values);
		}
		if (usual instanceof Boolean) {
			return chance(0.05) ? !(Boolean) usual : usual;
		}
		if (usual instanceof LocalDate date) {
			LocalDate end = element.period().at(this.sound.period().from()).to();
			LocalDate moved = date.plusDays(ChronoUnit.DAYS.between(end, period.to()) + this.random.nextInt(5));
			return (!element.future() && moved.isAfter(period.to())) ? period.to() : moved;
		}
		if (usual instanceof List<?> items && chance(0.05)) {
			return items.subList(1, items.size());
		}
		if (!element.choices().isEmpty() && usual instanceof String && chance(0.1)) {
			return List.copyOf(new java.util.TreeSet<>(element.choices().keySet()))
				.get(this.random.nextInt(element.choices().size()));
		}
		return usual;
	}

	private BigDecimal number(Element element, BigDecimal usual, Map<String, Object> values) {
		BigDecimal number = usual.multiply(BigDecimal.valueOf(100 + (int) (this.random.nextGaussian() * 8), 2));
		number = number.setScale(Math.min(1, Math.max(0, usual.scale())), RoundingMode.HALF_UP);
		if (element.max() != null) {
			number = number.min(element.max());
		}
		if (element.min() != null) {
			number = number.max(element.min());
		}
		if (element.partOf() != null && values.get(element.partOf()) instanceof BigDecimal whole) {
			number = number.min(whole);
		}
		return number;
	}

	private Map<String, SortedMap<Period, Object>> history(Period period) {
		Map<String, SortedMap<Period, Object>> history = new LinkedHashMap<>();
		this.sound.history().forEach((id, usual) -> {
			SortedMap<Period, Object> earlier = new TreeMap<>();
			BigDecimal latest = (BigDecimal) usual.get(usual.lastKey());
			for (int back = 1; back <= PERIODS_BACK; back++) {
				if (!chance(0.01)) {
					BigDecimal share = BigDecimal.valueOf(100 - 2 * back + (int) (this.random.nextGaussian() * 4), 2);
					earlier.put(period.minus(back), latest.multiply(share));
				}
			}
			history.put(id, earlier);
		});
		return history;
	}

	private Map<String, Peers> peers() {
		Map<String, Peers> peers = new LinkedHashMap<>();
		this.sound.peers().forEach((id, usual) -> {
			int count = chance(0.02) ? 3 : usual.count();
			peers.put(id, new Peers(usual.mean(), usual.sd(), count));
		});
		return peers;
	}

	private List<Signal> signals(Period period) {
		List<Signal> signals = new ArrayList<>();
		for (Counterpart from : Counterpart.values()) {
			Flag flag = chance(0.05) ? Flag.RED : chance(0.2) ? Flag.YELLOW : Flag.GREEN;
			signals.add(new Signal(from, flag, chance(0.2) ? "U12" : null, "Samtal", period.to().minusDays(20)));
		}
		return signals;
	}

	private List<Exemption> exemptions(Period period) {
		List<String> ids = List.copyOf(this.edition.requirements().keySet());
		return !chance(0.1) ? List.of()
				: List.of(new Exemption(ids.get(this.random.nextInt(ids.size())), period.from(), period.to(),
						"Hälsovalsenheten", "Ombyggnad"));
	}

	private boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

}
