package se.uppdragskollen.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.RulePrinter;
import se.uppdragskollen.rule.Statement;

/**
 * What a requirement's rules say now that they did not say before. Names, order and how
 * statements are shared out among rules of the same scope do not count, nor do ska and
 * bör, which follow the requirement's level.
 */
final class RuleDiff {

	private final List<Said> gone = new ArrayList<>();

	private final List<Said> added = new ArrayList<>();

	private final List<Bilingual> sentences = new ArrayList<>();

	private RuleDiff() {
	}

	static List<Bilingual> between(Edition before, Requirement was, Edition after, Requirement is) {
		RuleDiff diff = new RuleDiff();
		diff.gone.addAll(said(before, was.id(), is.id(), renamed(before, was, after, is)));
		for (Said one : said(after, is.id(), is.id(), Map.of())) {
			if (diff.takeGone((other) -> other.scope.equals(one.scope) && other.words.equals(one.words)).isEmpty()) {
				diff.added.add(one);
			}
		}
		diff.pair((a, b) -> a.words.equals(b.words));
		diff.pair((a, b) -> a.scope.equals(b.scope) && a.subject.equals(b.subject));
		diff.pair((a, b) -> !a.subject.isEmpty() && a.subject.equals(b.subject));
		diff.gone.forEach((one) -> diff.sentences.add(Messages.both("diff.rule-gone", one.sentence)));
		diff.added.forEach((one) -> diff.sentences.add(Messages.both("diff.rule-new", one.sentence)));
		return diff.sentences;
	}

	/** Those that are alike are one that changed, unless it reads the same. */
	private void pair(BiPredicate<Said, Said> alike) {
		for (Said one : List.copyOf(this.added)) {
			takeGone((other) -> alike.test(other, one)).ifPresent((other) -> {
				this.added.remove(one);
				if (!other.sentence.equals(one.sentence)) {
					this.sentences.add(Messages.both("diff.rule-changed", other.sentence, one.sentence));
				}
			});
		}
	}

	private Optional<Said> takeGone(Predicate<Said> wanted) {
		Optional<Said> found = this.gone.stream().filter(wanted).findFirst();
		found.ifPresent(this.gone::remove);
		return found;
	}

	/**
	 * What the rules of a requirement say, its id and parameters called as in the later
	 * edition.
	 */
	private static List<Said> said(Edition edition, String requirement, String name, Map<String, String> renamed) {
		RuleSentences reader = new RuleSentences(edition, edition.to());
		List<Said> said = new ArrayList<>();
		for (Rule rule : edition.rulesOf(requirement)) {
			String scope = RulePrinter.scope(rule.scope()).replace("\"" + requirement + "\"", "\"" + name + "\"");
			for (Map.Entry<String, String> one : renamed.entrySet()) {
				scope = scope.replace("\"" + name + "\", \"" + one.getKey() + "\"",
						"\"" + name + "\", \"" + one.getValue() + "\"");
			}
			for (Statement statement : rule.statements()) {
				said.add(new Said(scope, words(statement, renamed), subject(statement),
						reader.of(rule.withStatements(List.of(statement)))));
			}
		}
		return said;
	}

	/** The statement without its requirement, and without must or should. */
	private static String words(Statement statement, Map<String, String> renamed) {
		if (statement instanceof Statement.Obligation obligation) {
			List<String> words = new ArrayList<>(List.of(obligation.word().written(),
					(obligation.severity() == null) ? "" : obligation.severity().text()));
			for (int i = 0; i < obligation.arguments().size(); i++) {
				String argument = obligation.arguments().get(i).text();
				words.add(obligation.word().takes().get(i).parameter() ? renamed.getOrDefault(argument, argument)
						: argument);
			}
			return String.join(" ", words);
		}
		String written = RulePrinter.statement(statement);
		return written.substring(0, written.indexOf('(')) + written.substring(written.indexOf(").") + 1);
	}

	/** Parameters that only got another name: same unit, same value. */
	private static Map<String, String> renamed(Edition before, Requirement was, Edition after, Requirement is) {
		Map<String, String> renamed = new HashMap<>();
		for (Parameter parameter : was.parameters().values()) {
			if (!is.parameters().containsKey(parameter.name())) {
				is.parameters()
					.values()
					.stream()
					.filter((other) -> !was.parameters().containsKey(other.name()) && other.unit() == parameter.unit())
					.filter((other) -> value(other, after).equals(value(parameter, before)))
					.findFirst()
					.ifPresent((other) -> renamed.put(parameter.name(), other.name()));
			}
		}
		return renamed;
	}

	private static Bilingual value(Parameter parameter, Edition edition) {
		return parameter.on(edition.to())
			.map((one) -> RuleSentences.value(one.value(), parameter.unit(), null))
			.orElse(Bilingual.same(""));
	}

	/** What a statement speaks of. */
	private static String subject(Statement statement) {
		if (statement instanceof Statement.Obligation obligation) {
			return obligation.arguments().get(0).text();
		}
		return (statement instanceof Statement.Credit credit) ? "credit " + credit.word() : "";
	}

	/**
	 * One statement with its scope.
	 */
	private record Said(String scope, String words, String subject, Bilingual sentence) {

	}

}
