package se.uppdragskollen.web.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.SpokenLimit;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.web.page.Say;

/**
 * A requirement through the editions: what it was called, and its limits by date.
 *
 * @param steps the editions that have it, the newest first
 */
public record RequirementLine(List<Step> steps) {

	/**
	 * The requirement in an edition.
	 *
	 * @param edition the edition
	 * @param requirement as it reads there
	 */
	public record Step(Edition edition, Requirement requirement) {

	}

	/**
	 * Follows a requirement back, and on.
	 * @param editions all editions of its assignment, the newest first
	 * @param from the edition in which it has the id
	 */
	static RequirementLine of(List<Edition> editions, Edition from, Requirement requirement) {
		List<Step> steps = new ArrayList<>();
		int at = editions.indexOf(from);
		String id = requirement.id();
		for (int i = at - 1; i >= 0; i--) {
			Optional<Requirement> next = continuing(editions.get(i), id);
			if (next.isEmpty()) {
				break;
			}
			id = next.get().id();
			steps.add(0, new Step(editions.get(i), next.get()));
		}
		steps.add(new Step(from, requirement));
		String before = requirement.continues();
		for (int i = at + 1; i < editions.size() && before != null; i++) {
			Requirement earlier = editions.get(i).requirements().get(before);
			if (earlier != null) {
				steps.add(new Step(editions.get(i), earlier));
				before = earlier.continues();
			}
		}
		return new RequirementLine(steps);
	}

	private static Optional<Requirement> continuing(Edition edition, String id) {
		Requirement same = edition.requirements().get(id);
		return (same != null && id.equals(same.continues())) ? Optional.of(same)
				: edition.requirements().values().stream().filter((one) -> id.equals(one.continues())).findFirst();
	}

	/** All ids that it has or had. */
	Set<String> ids() {
		Set<String> ids = new TreeSet<>();
		this.steps.forEach((one) -> ids.add(one.requirement().id()));
		return ids;
	}

	/** As it read in the edition that was in force at a period's end. */
	Requirement then(String id, Period period) {
		return this.steps.stream()
			.filter((one) -> one.requirement().id().equals(id) && !one.edition().from().isAfter(period.to())
					&& !one.edition().to().isBefore(period.to()))
			.findFirst()
			.or(() -> this.steps.stream().filter((one) -> one.requirement().id().equals(id)).findFirst())
			.orElseGet(() -> this.steps.get(0))
			.requirement();
	}

	/** What each of its limits was and is, the newest value first. */
	List<LimitStory> limits(LocalDate today, Say say) {
		List<LimitStory> stories = new ArrayList<>();
		Set<String> told = new TreeSet<>();
		for (Step step : this.steps) {
			step.requirement().parameters().values().forEach((parameter) -> {
				if (told.add(parameter.name())) {
					stories.add(story(step, parameter, today, say));
				}
			});
		}
		return stories;
	}

	private LimitStory story(Step newest, Parameter parameter, LocalDate today, Say say) {
		List<LimitValue> values = new ArrayList<>();
		boolean now = false;
		for (Step step : this.steps) {
			Parameter own = step.requirement().parameters().get(parameter.name());
			List<LocalDate> days = (own == null) ? List.of() : new ArrayList<>(own.values().keySet());
			for (int i = days.size() - 1; i >= 0; i--) {
				LocalDate from = days.get(i);
				Parameter.Value value = Objects.requireNonNull(Objects.requireNonNull(own).values().get(from));
				String said = say.of(said(step, own, value.value()));
				boolean known = values.stream().anyMatch((one) -> one.from().equals(from) && one.value().equals(said));
				if (!known) {
					boolean current = !now && !from.isAfter(today) && !newest.edition().to().isBefore(today);
					now |= current;
					values.add(new LimitValue(from, said, value.source(), step.edition().id(), current));
				}
			}
		}
		Object any = Objects.requireNonNull(parameter.values().get(parameter.values().firstKey())).value();
		return new LimitStory(parameter.qualifiedName(),
				say.of(SpokenLimit.of(newest.edition(), newest.requirement(), parameter, any).subject()), values,
				newest.equals(this.steps.get(0)) ? null : newest.edition().id());
	}

	/** A limit's value in words; a phase has a name of its own. */
	private static Bilingual said(Step step, Parameter parameter, Object value) {
		Bilingual phase = step.requirement().phases().get(String.valueOf(value));
		return (phase != null) ? phase : SpokenLimit.of(step.edition(), step.requirement(), parameter, value).value();
	}

	/**
	 * A limit through the years.
	 *
	 * @param name as rules write it
	 * @param subject what it is a limit for
	 * @param values its values, the newest first
	 * @param until the last edition that has it, null when the newest one has
	 */
	public record LimitStory(String name, String subject, List<LimitValue> values, @Nullable String until) {

	}

	/**
	 * A limit's value.
	 *
	 * @param from from which day
	 * @param value what it demands
	 * @param source where it comes from
	 * @param edition the newest edition that says so
	 * @param now whether it is in force today
	 */
	public record LimitValue(LocalDate from, String value, String source, String edition, boolean now) {

	}

}
