package se.uppdragskollen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.evaluation.Credit;
import se.uppdragskollen.evaluation.EvaluationResult;
import se.uppdragskollen.evaluation.Outcome;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.evaluation.Sentences;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.unit.Units;

/**
 * Text for people: per report what must be looked at, chapter by chapter, with the
 * reason; what is met in one line, or with reasons too when all is asked for.
 */
final class TextOutput implements ResultOutput {

	private static final int WIDTH = 92;

	private static final int INDENT = 8;

	private final Terminal terminal;

	private final Units units;

	private final boolean all;

	private int reports;

	private int clean;

	private final Map<OutcomeKind, Integer> totals = new java.util.EnumMap<>(OutcomeKind.class);

	TextOutput(Terminal terminal, Units units, boolean all) {
		this.terminal = terminal;
		this.units = units;
		this.all = all;
	}

	@Override
	public void write(EvaluationResult result) {
		if (this.reports++ > 0) {
			this.terminal.line("");
		}
		this.clean += result.isClean() ? 1 : 0;
		result.counts().forEach((kind, count) -> this.totals.merge(kind, count, Integer::sum));
		head(result);
		Sentences sentences = new Sentences(result.edition(), this.terminal.language());
		for (Chapter chapter : result.edition().chapters()) {
			List<Outcome> outcomes = result.outcomes()
				.stream()
				.filter((one) -> one.requirement().chapter().equals(chapter.id()))
				.filter((one) -> this.all || one.kind() != OutcomeKind.MET && one.kind() != OutcomeKind.NOT_APPLICABLE)
				.toList();
			if (!outcomes.isEmpty()) {
				this.terminal.line("");
				this.terminal.line(this.terminal.bold(chapter.title().in(this.terminal.language())));
				outcomes.forEach((outcome) -> outcome(outcome, sentences));
			}
		}
		rest(result, OutcomeKind.MET);
		rest(result, OutcomeKind.NOT_APPLICABLE);
		credits(result);
	}

	private void head(EvaluationResult result) {
		String unit = result.report().unit();
		String name = this.units.nameOf(unit);
		this.terminal.line(this.terminal
			.bold((name.equals(unit) ? unit : name + " (" + unit + ")") + ", " + result.report().period()));
		this.terminal.line(this.terminal.dim(result.edition().title().in(this.terminal.language()) + ", "
				+ result.edition().name() + ", " + result.edition().revision().substring(0, 19)));
		if (!result.edition().inForceOn(result.report().period().to())) {
			this.terminal.line(this.terminal
				.yellow(this.terminal.text("check.other-edition", result.edition().from(), result.edition().to())));
		}
		this.terminal.line(counts(result.counts()));
	}

	private String counts(Map<OutcomeKind, Integer> counts) {
		List<String> parts = new ArrayList<>();
		counts.forEach((kind, count) -> {
			if (count > 0) {
				parts.add(count + " " + this.terminal.text(((count == 1) ? "outcome." : "outcomes.") + kind.word()));
			}
		});
		return String.join(", ", parts);
	}

	private void outcome(Outcome outcome, Sentences sentences) {
		String sign = switch (outcome.kind()) {
			case MET -> this.terminal.green("✓");
			case NOT_MET -> (outcome.severity() == Severity.RED) ? this.terminal.red("✗") : this.terminal.yellow("✗");
			case NOT_ASSESSABLE -> this.terminal.yellow("?");
			default -> "–";
		};
		String id = outcome.requirement().id();
		this.terminal
			.line("  " + sign + " " + this.terminal.bold(id) + " ".repeat(Math.max(1, INDENT - 4 - id.length()))
					+ outcome.requirement().title().in(this.terminal.language()) + "  "
					+ this.terminal.dim(label(outcome)));
		String sentence = sentences.say(outcome);
		if (!sentence.isEmpty()) {
			Terminal.wrap(sentence, WIDTH - INDENT).forEach((line) -> this.terminal.line(" ".repeat(INDENT) + line));
		}
	}

	private String label(Outcome outcome) {
		String kind = this.terminal.text("outcome." + outcome.kind().word());
		if (outcome.finding() == null || outcome.severity() == null) {
			return "[" + kind + "]";
		}
		return "[" + kind + ": " + this.terminal.text("finding." + outcome.finding().word()) + ", "
				+ this.terminal.text("severity." + outcome.severity().word()) + "]";
	}

	private void rest(EvaluationResult result, OutcomeKind kind) {
		if (this.all) {
			return;
		}
		String ids = result.outcomes()
			.stream()
			.filter((one) -> one.kind() == kind)
			.map((one) -> one.requirement().id())
			.collect(Collectors.joining(" "));
		if (!ids.isEmpty()) {
			this.terminal.line("");
			String label = this.terminal.text("outcome." + kind.word());
			Terminal
				.wrap(label.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + label.substring(1) + ": " + ids, WIDTH)
				.forEach(this.terminal::line);
		}
	}

	private void credits(EvaluationResult result) {
		if (result.credits().isEmpty()) {
			return;
		}
		java.math.BigDecimal sum = result.credits()
			.stream()
			.map(Credit::value)
			.reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
			.setScale(2, java.math.RoundingMode.HALF_UP);
		Language language = this.terminal.language();
		this.terminal.line("");
		this.terminal.line(this.terminal.text("check.credits", Figures.say(sum, language), result.credits().size()));
	}

	@Override
	public void end() {
		if (this.reports > 1) {
			this.terminal.line("");
			this.terminal.line(this.terminal.bold(this.terminal.text("check.total", this.reports, this.clean)));
			this.terminal.line(counts(this.totals));
		}
	}

}
