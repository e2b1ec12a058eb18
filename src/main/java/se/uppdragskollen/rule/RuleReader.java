package se.uppdragskollen.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Document;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;

/**
 * Reads a rule file: the language of {@code src/docs/vocabulary.md} and nothing else.
 * Rules are people's text; what passes here holds no code, and only what passes here is
 * ever compiled, printed anew from what was understood.
 */
public final class RuleReader {

	private static final List<String> OBLIGATION_WORDS = Stream
		.concat(Arrays.stream(ObligationWord.values()).map(ObligationWord::written), Stream.of("severity"))
		.toList();

	private static final List<String> SCOPE_WORDS = Stream
		.concat(Arrays.stream(ScopeWord.values()).map(ScopeWord::written), Stream.of("number", "parameter"))
		.toList();

	/** Brackets within brackets that somebody can still read. */
	private static final int DEEPEST = 10;

	private static final List<String> STATEMENTS = List.of("must", "should", "notApplicable", "credit");

	private final String file;

	private final String chapter;

	private final List<Token> tokens;

	private final Problems problems;

	private final Set<String> refused;

	private int at;

	private int depth;

	private RuleReader(String file, String chapter, List<Token> tokens, Problems problems, Set<String> refused) {
		this.file = file;
		this.chapter = chapter;
		this.tokens = tokens;
		this.problems = problems;
		this.refused = refused;
	}

	/**
	 * The rules of a file; a rule that cannot be understood is told and left out.
	 * @param chapter the file's stem
	 * @param packageName the package that the file must name
	 */
	public static List<Rule> read(Document document, String chapter, String packageName, Problems problems) {
		return read(document, chapter, packageName, problems, new HashSet<>());
	}

	/**
	 * The rules of a file; a rule that cannot be understood is told and left out.
	 * @param refused gets the names in the rules that are left out
	 */
	public static List<Rule> read(Document document, String chapter, String packageName, Problems problems,
			Set<String> refused) {
		List<Token> tokens = Tokens.of(document.file(), document.text(), problems);
		return new RuleReader(document.file(), chapter, tokens, problems, refused).rules(packageName);
	}

	private List<Rule> rules(String packageName) {
		List<Rule> rules = new ArrayList<>();
		readPackage(packageName);
		while (peek().kind() != Token.Kind.END) {
			int from = this.at;
			this.depth = 0;
			try {
				rules.add(rule());
			}
			catch (NotUnderstood ex) {
				skipToNextRule(from);
			}
		}
		return rules;
	}

	private void readPackage(String packageName) {
		Position position = peek().position();
		if (!peek().is("package")) {
			this.problems.at(this.file, position, "")
				.found(peek().text())
				.allowed("package " + packageName + ";")
				.say("rule-package");
			return;
		}
		next();
		StringBuilder name = new StringBuilder();
		while (peek().kind() == Token.Kind.NAME && !peek().is("rule") || peek().is(".")) {
			name.append(next().text());
		}
		if (peek().is(";")) {
			next();
		}
		if (!name.toString().equals(packageName)) {
			this.problems.at(this.file, position, "")
				.found("package " + name)
				.allowed("package " + packageName + ";")
				.say("rule-package");
		}
	}

	private Rule rule() {
		Token start = peek();
		if (!start.is("rule")) {
			throw notUnderstood(start, "rule-not-language", List.of("rule"));
		}
		next();
		String name = string("rule-name").text();
		expect("@");
		expectName("requirement", "rule-attribute");
		expect("(");
		String requirement = name("rule-requirement").text();
		expect(")");
		if (!peek().is("when")) {
			throw notUnderstood(peek(), "rule-attribute", List.of("when"));
		}
		next();
		Condition scope = pattern();
		if (!peek().is("then")) {
			throw notUnderstood(peek(), "rule-one-pattern", List.of("then"));
		}
		next();
		List<Statement> statements = new ArrayList<>();
		while (!peek().is("end")) {
			statements.add(statement());
		}
		next();
		if (statements.isEmpty()) {
			this.problems.at(this.file, start.position(), name).say("rule-says-nothing");
		}
		return new Rule(this.file, start.position(), this.chapter, name, requirement, scope, statements);
	}

	private @Nullable Condition pattern() {
		if (!peek().is("$r")) {
			throw notUnderstood(peek(), "rule-pattern", List.of("$r"));
		}
		next();
		expect(":");
		expectName("Report", "rule-pattern");
		expect("(");
		if (peek().is(")")) {
			next();
			return null;
		}
		List<Condition> all = new ArrayList<>();
		all.add(any());
		while (peek().is(",")) {
			next();
			all.add(any());
		}
		expect(")");
		return (all.size() == 1) ? all.get(0) : new Condition.All(all);
	}

	private Condition any() {
		List<Condition> any = new ArrayList<>();
		any.add(all());
		while (peek().is("||")) {
			next();
			any.add(all());
		}
		return (any.size() == 1) ? any.get(0) : new Condition.Any(any);
	}

	private Condition all() {
		List<Condition> all = new ArrayList<>();
		all.add(single());
		while (peek().is("&&")) {
			next();
			all.add(single());
		}
		return (all.size() == 1) ? all.get(0) : new Condition.All(all);
	}

	private Condition single() {
		Token token = peek();
		if (token.is("(")) {
			if (this.depth == DEEPEST) {
				throw notUnderstood(token, "rule-nested", List.of());
			}
			this.depth++;
			next();
			Condition inner = any();
			expect(")");
			this.depth--;
			return inner;
		}
		if (token.kind() == Token.Kind.NUMBER) {
			throw notUnderstood(token, "rule-bare-limit", List.of());
		}
		if (token.is("number") || token.is("parameter")) {
			Condition.Operand left = operand();
			Token sign = next();
			Comparison comparison = Arrays.stream(Comparison.values())
				.filter((one) -> sign.is(one.symbol()))
				.findFirst()
				.orElseThrow(() -> notUnderstood(sign, "rule-comparison", symbols()));
			return new Condition.Compare(token.position(), left, comparison, operand());
		}
		for (ScopeWord word : ScopeWord.values()) {
			if (token.is(word.written())) {
				next();
				return new Condition.Ask(token.position(), word,
						arguments(word.takes().size(), word.takes().size(), word.written()));
			}
		}
		throw notUnderstood(token, "rule-scope-word", SCOPE_WORDS);
	}

	private Condition.Operand operand() {
		Token word = next();
		if (word.is("number")) {
			return new Condition.NumberOf(arguments(1, 1, "number").get(0));
		}
		if (word.is("parameter")) {
			List<Argument> arguments = arguments(2, 2, "parameter");
			return new Condition.ParameterOf(arguments.get(0), arguments.get(1));
		}
		if (word.kind() == Token.Kind.NUMBER) {
			throw notUnderstood(word, "rule-bare-limit", List.of());
		}
		throw notUnderstood(word, "rule-operand", List.of("number", "parameter"));
	}

	private Statement statement() {
		Token word = next();
		if (!STATEMENTS.contains(word.text()) || word.kind() != Token.Kind.NAME) {
			throw notUnderstood(word, "rule-statement", STATEMENTS);
		}
		expect("(");
		if (!next().is("$r")) {
			this.at--;
			throw notUnderstood(peek(), "rule-statement-start", List.of("$r"));
		}
		expect(",");
		Argument requirement = name("rule-requirement");
		expect(")");
		expect(".");
		Statement statement = switch (word.text()) {
			case "notApplicable" -> notApplicable(word, requirement);
			case "credit" -> credit(word, requirement);
			default -> obligation(word, requirement);
		};
		expect(";");
		return statement;
	}

	private Statement notApplicable(Token word, Argument requirement) {
		expectName("because", "rule-because");
		return new Statement.NotApplicable(word.position(), requirement, arguments(1, 1, "because").get(0));
	}

	private Statement credit(Token word, Argument requirement) {
		Token what = next();
		for (Statement.CreditWord one : Statement.CreditWord.values()) {
			if (what.is(one.name().toLowerCase(Locale.ROOT))) {
				return new Statement.Credit(word.position(), requirement, one, arguments(1, 1, what.text()).get(0));
			}
		}
		throw notUnderstood(what, "rule-credit", List.of("points", "amount"));
	}

	private Statement obligation(Token word, Argument requirement) {
		Argument severity = null;
		Token name = next();
		if (name.is("severity")) {
			severity = arguments(1, 1, "severity").get(0);
			expect(".");
			name = next();
		}
		Token written = name;
		ObligationWord obligation = ObligationWord.ofWritten((name.kind() == Token.Kind.NAME) ? name.text() : "")
			.orElseThrow(() -> notUnderstood(written, "rule-obligation-word", OBLIGATION_WORDS));
		List<Argument> arguments = arguments(obligation.fewestArguments(), obligation.takes().size(), name.text());
		return new Statement.Obligation(word.position(), word.is("must"), requirement, severity, obligation, arguments);
	}

	private List<Argument> arguments(int fewest, int most, String word) {
		Token open = peek();
		expect("(");
		List<Argument> arguments = new ArrayList<>();
		while (!peek().is(")")) {
			if (!arguments.isEmpty()) {
				expect(",");
			}
			if (peek().kind() == Token.Kind.NUMBER) {
				throw notUnderstood(peek(), "rule-bare-limit", List.of());
			}
			arguments.add(name("rule-argument"));
		}
		next();
		if (arguments.size() < fewest || arguments.size() > most) {
			String count = (fewest == most) ? String.valueOf(most) : fewest + "–" + most;
			this.problems.at(this.file, open.position(), "").say("rule-argument-count", word, count, arguments.size());
			throw new NotUnderstood();
		}
		return arguments;
	}

	/** What is written on into the compiler's text holds nothing but these signs. */
	private Argument name(String problem) {
		Token token = peek();
		Argument name = string(problem);
		if (!name.text().matches("[A-Za-z0-9_-]+")) {
			throw notUnderstood(token, "rule-argument-signs", List.of());
		}
		return name;
	}

	private Argument string(String problem) {
		Token token = next();
		if (token.kind() != Token.Kind.STRING) {
			throw notUnderstood(token, problem, List.of());
		}
		return new Argument(token.text(), token.position());
	}

	private void expect(String sign) {
		Token token = next();
		if (!token.is(sign)) {
			throw notUnderstood(token, "rule-sign", List.of(sign));
		}
	}

	private void expectName(String name, String problem) {
		Token token = next();
		if (!token.is(name)) {
			throw notUnderstood(token, problem, List.of(name));
		}
	}

	private Token peek() {
		return this.tokens.get(this.at);
	}

	private Token next() {
		Token token = peek();
		if (token.kind() != Token.Kind.END) {
			this.at++;
		}
		return token;
	}

	private void skipToNextRule(int from) {
		this.at = Math.max(this.at, from);
		if (this.at == from) {
			next();
		}
		while (peek().kind() != Token.Kind.END && !(peek().is("rule") && startsRule())) {
			next();
		}
		this.tokens.subList(from, this.at)
			.stream()
			.filter((token) -> token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NAME)
			.forEach((token) -> this.refused.add(token.text()));
	}

	private boolean startsRule() {
		return this.at + 1 < this.tokens.size() && this.tokens.get(this.at + 1).kind() == Token.Kind.STRING;
	}

	private static List<String> symbols() {
		return Arrays.stream(Comparison.values()).map(Comparison::symbol).toList();
	}

	private NotUnderstood notUnderstood(Token token, String problem, List<String> allowed) {
		String found = (token.kind() == Token.Kind.END) ? "…" : token.text();
		Problems.At at = this.problems.at(this.file, token.position(), "").found(found);
		if (!allowed.isEmpty()) {
			at.allowedNames(allowed).allowed(String.join("  ", allowed));
		}
		at.say(problem);
		return new NotUnderstood();
	}

	private static final class NotUnderstood extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotUnderstood() {
			super(null, null, false, false);
		}

	}

}
