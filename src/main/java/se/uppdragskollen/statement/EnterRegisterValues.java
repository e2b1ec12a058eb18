package se.uppdragskollen.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.report.RegisterValue;
import se.uppdragskollen.report.RegisterValueReader;
import se.uppdragskollen.request.Refusal;

/**
 * Takes in what registers say: one value, or a list. A newer value takes the place of the
 * one before, which is kept as withdrawn; the same value again changes nothing. All is
 * checked first: one thing wrong, and nothing is saved.
 */
@Component
@Transactional
public class EnterRegisterValues {

	private final Subjects subjects;

	private final RegisterValues values;

	private final ReplaceRegisterValues replace;

	EnterRegisterValues(Subjects subjects, RegisterValues values, ReplaceRegisterValues replace) {
		this.subjects = subjects;
		this.values = values;
		this.replace = replace;
	}

	/**
	 * A value as it was sent.
	 *
	 * @param assignment may be left out where there is only one
	 * @param unit whom it is about
	 * @param period as {@code 2025-02}
	 * @param source the register
	 * @param element the element or derived element
	 * @param value in JSON
	 * @param asOf the day on which the register said so
	 * @param reason why, if one wants to tell
	 */
	public record Entry(@Nullable String assignment, @Nullable String unit, @Nullable String period,
			@Nullable String source, @Nullable String element, @Nullable String value, @Nullable String asOf,
			@Nullable String reason) {

	}

	/**
	 * What a list made different.
	 *
	 * @param added values that there were none of before
	 * @param replaced values that took the place of another
	 * @param unchanged values that were there just so
	 */
	public record Imported(int added, int replaced, int unchanged) {

	}

	/**
	 * Takes one value.
	 * @return the value that counts now
	 * @throws Refusal when anything is wrong with it, with all that is
	 */
	public StatedRegisterValue one(Actor actor, Entry entry) {
		actor.require(Act.EDIT_REGISTER_VALUES);
		Checks checks = this.subjects.checks();
		String assignment = this.subjects.assignment(checks, entry.assignment());
		String unit = this.subjects.unit(checks, entry.unit());
		Optional<Period> period = checks.period("period", entry.period());
		String reason = checks.optionalText("reason", entry.reason(), Checks.LONGEST);
		Optional<RegisterValue> value = Optional.empty();
		if (period.isPresent() && !assignment.isEmpty()) {
			value = value(checks, assignment, period.get(), entry);
		}
		else {
			missing(checks, entry);
		}
		checks.end();
		NewRegisterValue entered = new NewRegisterValue(unit, period.orElseThrow(), value.orElseThrow());
		this.replace.with(actor, new ReplaceRegisterValues.Entered(assignment, List.of(entered), reason, null),
				checks.problems(), (key) -> checks.at("as_of"));
		return this.values.counting(assignment, entered).orElseThrow();
	}

	private Optional<RegisterValue> value(Checks checks, String assignment, Period period, Entry entry) {
		Optional<Edition> edition = this.subjects.edition(checks.at("period"), assignment, period);
		if (edition.isEmpty()) {
			missing(checks, entry);
		}
		return edition.flatMap(
				(one) -> new RegisterValueReader(one, checks.today()).read("", tree(entry, checks), checks.problems()));
	}

	/** What no edition is needed to miss. */
	private static void missing(Checks checks, Entry entry) {
		checks.required("source", entry.source());
		checks.required("element", entry.element());
		checks.required("value", entry.value());
		checks.required("as_of", entry.asOf());
	}

	private static Node tree(Entry entry, Checks checks) {
		Map<String, Node.Entry> entries = new LinkedHashMap<>();
		text(entries, "source", entry.source());
		text(entries, "element", entry.element());
		text(entries, "as_of", entry.asOf());
		if (entry.value() != null) {
			JsonTree.read("", entry.value(), 1, checks.problems())
				.ifPresent((node) -> entries.put("value", new Node.Entry(Position.NOWHERE, node.nowhere())));
		}
		return new Node.Mapping(Position.NOWHERE, entries);
	}

	private static void text(Map<String, Node.Entry> entries, String key, @Nullable String text) {
		if (text != null) {
			entries.put(key, new Node.Entry(Position.NOWHERE, new Node.Scalar(Position.NOWHERE, Node.Kind.TEXT, text)));
		}
	}

	/**
	 * Takes a list, CSV or Excel.
	 * @param sentAssignment may be left out where there is only one
	 * @param sentReason why, if one wants to tell
	 * @param file its name, for problems
	 * @throws Refusal when anything in it is wrong, with all that is
	 */
	public Imported table(Actor actor, @Nullable String sentAssignment, @Nullable String sentReason, String file,
			byte[] content) {
		actor.require(Act.EDIT_REGISTER_VALUES);
		Checks checks = this.subjects.checks();
		String assignment = this.subjects.assignment(checks, sentAssignment);
		String reason = checks.optionalText("reason", sentReason, Checks.LONGEST);
		checks.end();
		RegisterValueRows rows = new RegisterValueRows(this.subjects, checks, assignment);
		rows.read(file, content);
		checks.end();
		return this.replace.with(actor,
				new ReplaceRegisterValues.Entered(assignment, rows.values(), reason, Fingerprint.of(content)),
				checks.problems(), (key) -> rows.at(key, "as_of"));
	}

}
