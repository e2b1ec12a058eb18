package se.uppdragskollen.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Refusal;

/**
 * Puts newer register values in the place of those that count, which are kept as
 * withdrawn.
 */
@Component
class ReplaceRegisterValues {

	private final Subjects subjects;

	private final RegisterValues values;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	ReplaceRegisterValues(Subjects subjects, RegisterValues values, Audit audit, ApplicationEventPublisher events) {
		this.subjects = subjects;
		this.values = values;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * What was entered at once.
	 *
	 * @param values no two with one key
	 * @param reason why, null when not told
	 * @param file the list's fingerprint, null for a single value
	 */
	record Entered(String assignment, List<NewRegisterValue> values, @Nullable String reason, @Nullable String file) {

	}

	/**
	 * Saves what is new.
	 * @param problems where what is wrong is told
	 * @param at starts a problem with the day of a value
	 * @throws Refusal when a value is of an earlier day than the one that counts
	 */
	EnterRegisterValues.Imported with(Actor actor, Entered entered, Problems problems,
			Function<NewRegisterValue.Key, Problems.At> at) {
		entered.values()
			.stream()
			.map(NewRegisterValue::unit)
			.distinct()
			.forEach((unit) -> actor.require(Act.EDIT_REGISTER_VALUES, unit));
		this.subjects.lock("register-values", entered.assignment());
		Map<NewRegisterValue.Key, RegisterValues.Counting> before = this.values.counting(entered.assignment(),
				entered.values());
		List<NewRegisterValue> news = new ArrayList<>();
		Map<Long, String> replaced = new TreeMap<>();
		for (NewRegisterValue one : entered.values()) {
			RegisterValues.Counting old = before.get(one.key());
			if (old == null) {
				news.add(one);
			}
			else if (!old.says(one)) {
				news.add(one);
				replaced.put(old.id(), one.unit());
				if (one.value().asOf().isBefore(old.asOf())) {
					at.apply(one.key()).allowed("≥ " + old.asOf()).say("register-value-older", old.asOf());
				}
			}
		}
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		save(actor, entered, news, replaced);
		return new EnterRegisterValues.Imported(news.size() - replaced.size(), replaced.size(),
				entered.values().size() - news.size());
	}

	private void save(Actor actor, Entered entered, List<NewRegisterValue> news, Map<Long, String> replaced) {
		Instant now = this.subjects.clock().instant();
		String reason = entered.reason();
		this.values.withdraw(replaced.keySet(), actor.person(), now,
				(reason == null) ? Messages.text(Language.SV, "statement.replaced") : reason);
		List<Long> ids = this.values.add(entered.assignment(), news, actor.person(), now,
				(reason == null) ? "" : reason);
		note(actor, entered, news, ids, replaced);
		Set<StatementChanged> changes = new LinkedHashSet<>();
		for (NewRegisterValue one : news) {
			Period period = one.period();
			changes.add(new StatementChanged(one.unit(), entered.assignment(), period.to(), period.to()));
		}
		changes.forEach(this.events::publishEvent);
	}

	/** One event for each unit. */
	private void note(Actor actor, Entered entered, List<NewRegisterValue> news, List<Long> ids,
			Map<Long, String> replaced) {
		Map<String, List<Long>> byUnit = new TreeMap<>();
		for (int i = 0; i < news.size(); i++) {
			byUnit.computeIfAbsent(news.get(i).unit(), (unit) -> new ArrayList<>()).add(ids.get(i));
		}
		byUnit.forEach((unit, entries) -> {
			List<Long> old = replaced.entrySet()
				.stream()
				.filter((one) -> one.getValue().equals(unit))
				.map(Map.Entry::getKey)
				.toList();
			Map<String, Object> details = new TreeMap<>();
			details.put("assignment", entered.assignment());
			details.put("entered", entries);
			details.put("replaced", old);
			if (entered.file() != null) {
				details.put("file", entered.file());
			}
			String subject = (entries.size() == 1) ? "register-value:" + entries.get(0) : "register-values";
			this.audit.note(actor, "register-values-entered", subject, unit, details);
		});
	}

}
