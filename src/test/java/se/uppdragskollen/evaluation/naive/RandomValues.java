package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.RegisterValue;

/**
 * Values for elements: mostly as in the sound report, else on, beside or far from what
 * may be a limit, and now and then impossible.
 */
final class RandomValues {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Shares that rules compare though their elements say nothing of it. */
	private static final Map<String, String> PARTS = Map.of("patients_with_fixed_doctor", "listed_patients");

	private final Edition edition;

	private final Map<Unit, List<BigDecimal>> limits;

	private final Random random;

	private final double wildness;

	private final Report sound;

	private final Period period;

	RandomValues(Edition edition, Map<Unit, List<BigDecimal>> limits, Random random, double wildness, Report sound,
			Period period) {
		this.edition = edition;
		this.limits = limits;
		this.random = random;
		this.wildness = wildness;
		this.sound = sound;
		this.period = period;
	}

	Object of(Element element) {
		Object usual = usual(element);
		if (this.random.nextDouble() > this.wildness) {
			return usual;
		}
		if (this.random.nextInt(25) == 0) {
			return impossible(element);
		}
		return switch (element.type()) {
			case INTEGER, DECIMAL -> number(element.unit(), (BigDecimal) usual, element.type() == ElementType.INTEGER);
			case BOOLEAN -> this.random.nextBoolean();
			case DATE -> date((LocalDate) usual);
			case TIME -> ((LocalTime) usual).plusMinutes(this.random.nextInt(7) * 30L - 90);
			case CHOICE -> pick(List.copyOf(new TreeSet<>(element.choices().keySet())));
			case LIST -> some(new ArrayList<>(new TreeSet<>(element.choices().keySet())));
			case TEXT -> text((String) usual);
		};
	}

	private Object usual(Element element) {
		Object value = this.sound.values().get(element.id());
		for (RegisterValue one : this.sound.registers()) {
			if (value == null && one.element().equals(element.id())) {
				value = one.value();
			}
		}
		if (value instanceof LocalDate date) {
			LocalDate soundEnd = element.period().at(this.sound.period().from()).to();
			return date.plusDays(ChronoUnit.DAYS.between(soundEnd, this.period.to()));
		}
		if (value != null) {
			return value;
		}
		return switch (element.type()) {
			case INTEGER, DECIMAL -> BigDecimal.ONE;
			case BOOLEAN -> true;
			case DATE -> this.period.to();
			case TIME -> LocalTime.of(9, 0);
			case CHOICE -> element.choices().keySet().iterator().next();
			case LIST -> List.of();
			case TEXT -> "Uppgift";
		};
	}

	BigDecimal number(@Nullable Unit unit, BigDecimal usual, boolean whole) {
		BigDecimal limit = limit(unit);
		BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.1");
		BigDecimal number = switch (this.random.nextInt(9)) {
			case 0 -> BigDecimal.ZERO;
			case 1 -> usual.add(step);
			case 2 -> usual.subtract(step);
			case 3 -> limit;
			case 4 -> limit.add(step);
			case 5 -> limit.subtract(step);
			case 6 -> BigDecimal.valueOf(this.random.nextInt(25));
			default -> usual.multiply(BigDecimal.valueOf(this.random.nextInt(200), 2));
		};
		return whole ? number.setScale(0, RoundingMode.HALF_UP) : number;
	}

	/** Any limit that counts the same as the element. */
	private BigDecimal limit(@Nullable Unit unit) {
		return pick(this.limits.getOrDefault(unit, List.of(BigDecimal.TEN)));
	}

	/** The values of all parameters that are numbers, by unit. */
	static Map<Unit, List<BigDecimal>> limits(Edition edition) {
		Map<Unit, List<BigDecimal>> limits = new EnumMap<>(Unit.class);
		for (Requirement requirement : edition.requirements().values()) {
			for (Parameter parameter : requirement.parameters().values()) {
				for (Parameter.Value one : parameter.values().values()) {
					if (one.value() instanceof BigDecimal number) {
						limits.computeIfAbsent(parameter.unit(), (unit) -> new ArrayList<>()).add(number);
					}
				}
			}
		}
		return limits;
	}

	private LocalDate date(LocalDate usual) {
		return switch (this.random.nextInt(6)) {
			case 0 -> this.period.to().minusDays(limit(Unit.DAYS).longValue() + this.random.nextInt(3) - 1);
			case 1 -> this.period.to().minusYears(limit(Unit.YEARS).longValue()).plusDays(this.random.nextInt(3) - 1L);
			case 2 -> this.period.to().plusDays(limit(Unit.DAYS).longValue() + this.random.nextInt(3) - 1);
			case 3 -> this.period.to().plusDays(this.random.nextInt(3) - 1L);
			case 4 -> LocalDate.of(this.period.to().getYear(), this.random.nextInt(4) + 1, 1)
				.plusDays(this.random.nextInt(3) - 1L);
			default -> usual.plusDays(this.random.nextInt(80) - 40L);
		};
	}

	private String text(String usual) {
		return switch (this.random.nextInt(6)) {
			case 0 -> "";
			case 1 -> "   ";
			case 2 -> " " + usual.toUpperCase(java.util.Locale.ROOT);
			case 3 -> "å".repeat(49 + this.random.nextInt(3));
			case 4 -> "𝄞".repeat(299 + this.random.nextInt(3));
			default -> usual + "0";
		};
	}

	private Object impossible(Element element) {
		BigDecimal max = element.max();
		return switch (this.random.nextInt(5)) {
			case 0 -> element.type().isNumber() ? new BigDecimal("-1") : BigDecimal.ONE;
			case 1 -> element.type().isNumber() ? new BigDecimal("2.5") : Boolean.TRUE;
			case 2 -> (max != null) ? max.add(BigDecimal.ONE) : "många";
			case 3 -> List.of("okänd");
			default -> "okänd";
		};
	}

	/** Lets counts be parts of others: mostly, about as large as a limit says. */
	void relate(Map<String, Object> values) {
		for (Element element : new TreeMap<>(this.edition.elements()).values()) {
			String whole = (element.partOf() != null) ? element.partOf() : PARTS.get(element.id());
			if (whole != null && values.get(element.id()) instanceof BigDecimal part
					&& values.get(whole) instanceof BigDecimal of) {
				values.put(element.id(), part(part, of));
			}
		}
	}

	BigDecimal part(BigDecimal part, BigDecimal whole) {
		if (this.random.nextDouble() < this.wildness) {
			if (this.random.nextInt(12) == 0) {
				return whole.add(BigDecimal.ONE);
			}
			BigDecimal near = whole.multiply(limit(Unit.PERCENT)).divide(HUNDRED, 0, RoundingMode.HALF_UP);
			return near.add(BigDecimal.valueOf(this.random.nextInt(3) - 1L)).max(BigDecimal.ZERO).min(whole);
		}
		return (part.compareTo(whole) > 0 && this.random.nextInt(5) > 0) ? whole : part;
	}

	private List<String> some(List<String> choices) {
		choices.removeIf((one) -> this.random.nextInt(4) == 0);
		return List.copyOf(choices);
	}

	private <T> T pick(List<T> from) {
		return from.get(this.random.nextInt(from.size()));
	}

}
