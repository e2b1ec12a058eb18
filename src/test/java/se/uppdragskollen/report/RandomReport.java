package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Unit;

/**
 * A report that passes the door with anything that may stand in it; some elements are
 * missing, not applicable or suppressed.
 */
final class RandomReport {

	private static final String[] SIGNS = { "=", "+", "-", "@", "'", "\"", ";", ",", "|", "\n", "\t", " ", "å", "Ö",
			"–", "€", "\ud83d\ude00", "<", "&", "*", "7", "a", "sep=", "ja", "%" };

	private final Edition edition;

	private final Period period;

	private final LocalDate today;

	private final Random random;

	RandomReport(Edition edition, Period period, LocalDate today, Random random) {
		this.edition = edition;
		this.period = period;
		this.today = today;
		this.random = random;
	}

	Report report(String unit) {
		Map<String, Object> values = new HashMap<>();
		Map<String, String> notApplicable = new HashMap<>();
		Set<String> suppressed = new HashSet<>();
		for (Element element : this.edition.elements().values()) {
			if (!element.selfReported() || element.period() != this.period.kind()) {
				continue;
			}
			switch (this.random.nextInt(18)) {
				case 0 -> suppressed.add(element.id());
				case 1 -> {
				}
				default -> {
					if (element.mayBeNotApplicable() && this.random.nextInt(4) == 0) {
						notApplicable.put(element.id(), text());
					}
					else {
						values.put(element.id(), value(element));
					}
				}
			}
		}
		partsWithinWholes(values);
		return new Report(unit, this.edition.assignment(), this.period, null, values, notApplicable, suppressed,
				List.of(), List.of(), List.of(), Map.of(), Map.of());
	}

	private void partsWithinWholes(Map<String, Object> values) {
		for (int i = 0; i < 5; i++) {
			for (Parts.Part pair : Parts.of(this.edition)) {
				if (values.get(pair.part()) instanceof BigDecimal part
						&& values.get(pair.whole()) instanceof BigDecimal whole && part.compareTo(whole) > 0) {
					values.put(pair.part(), whole);
				}
			}
		}
	}

	private Object value(Element element) {
		List<String> choices = new ArrayList<>(element.choices().keySet());
		return switch (element.type()) {
			case INTEGER, DECIMAL -> number(element);
			case BOOLEAN -> this.random.nextBoolean();
			case DATE -> this.today.minusDays(this.random.nextInt(45_000));
			case TIME -> LocalTime.ofSecondOfDay(this.random.nextInt(86_400) / (this.random.nextBoolean() ? 60 : 1));
			case CHOICE -> choices.get(this.random.nextInt(choices.size()));
			case LIST -> choices.stream().filter((one) -> this.random.nextBoolean()).sorted().toList();
			default -> {
				if (element.format() == null) {
					yield text();
				}
				yield element.format().equals("hsa-id") ? "SE5566778899-H" + this.random.nextInt(1000) : "5566778899";
			}
		};
	}

	private BigDecimal number(Element element) {
		int decimals = element.type().isNumber() && element.type().word().equals("decimal") ? this.random.nextInt(6)
				: 0;
		BigDecimal least = (element.min() == null) ? BigDecimal.ZERO : element.min();
		int range = (element.unit() == Unit.PERCENT) ? 98 : 100_000;
		BigDecimal any = BigDecimal.valueOf(this.random.nextInt(range) + 1L)
			.add(BigDecimal.valueOf(this.random.nextInt(100_000), 5).setScale(decimals, RoundingMode.DOWN));
		BigDecimal number = least.add(any);
		return (element.max() != null && number.compareTo(element.max()) > 0) ? element.max() : number;
	}

	private String text() {
		StringBuilder text = new StringBuilder();
		int length = 1 + this.random.nextInt(12);
		for (int i = 0; i < length; i++) {
			text.append(SIGNS[this.random.nextInt(SIGNS.length)]);
		}
		String stripped = text.toString().strip();
		return (stripped.isEmpty() || stripped.equals("*")) ? "x" : stripped;
	}

}
