package se.uppdragskollen.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;

/**
 * The same outcomes in the way that Drools is mostly used: each value is a fact, rules
 * join the facts that they compare, each report gets a session of its own. The rules are
 * written from the edition's.
 */
final class UsualDrools {

	private final Edition edition;

	private final List<Demanded> demanded;

	private final KieBase kieBase;

	private final Map<LocalDate, Limits> limits = new ConcurrentHashMap<>();

	UsualDrools(Edition edition) {
		this.edition = edition;
		this.demanded = Demanded.of(edition);
		KieServices services = KieServices.Factory.get();
		KieFileSystem files = services.newKieFileSystem();
		files.write("src/main/resources/usual/rules.drl", drl());
		KieBuilder builder = services.newKieBuilder(files, UsualDrools.class.getClassLoader());
		builder.buildAll(ExecutableModelProject.class);
		if (builder.getResults().hasMessages(Message.Level.ERROR)) {
			throw new IllegalStateException(builder.getResults().getMessages(Message.Level.ERROR).toString());
		}
		this.kieBase = services.newKieContainer(builder.getKieModule().getReleaseId(), UsualDrools.class.getClassLoader())
			.getKieBase();
	}

	List<Verdicts.Verdict> evaluate(FactSheet sheet) {
		Limits inForce = this.limits.computeIfAbsent(sheet.report().period().to(),
				(day) -> new Limits(this.edition, day));
		Verdicts verdicts = new Verdicts(this.edition, this.demanded, inForce, sheet.report());
		KieSession session = this.kieBase.newKieSession();
		try {
			session.setGlobal("verdicts", verdicts);
			sheet.facts().values().forEach(session::insert);
			session.fireAllRules();
		}
		finally {
			session.dispose();
		}
		return verdicts.verdicts();
	}

	private String drl() {
		StringBuilder drl = new StringBuilder("package usual;\n");
		for (Class<?> fact : List.of(Kind.class, Value.class, Series.class, PeerGroup.class, RegisterSays.class,
				Opinion.class, Verdicts.class)) {
			drl.append("import ").append(fact.getName()).append(";\n");
		}
		drl.append("global Verdicts verdicts;\n");
		this.edition.derived().values().forEach((derived) -> {
			StringBuilder when = new StringBuilder();
			StringBuilder inputs = new StringBuilder();
			int i = 0;
			for (String id : FormulaNames.of(this.edition, derived.formula()).data()) {
				when.append("\t$").append(i).append(" : ").append(pattern("value " + id)).append("\n");
				inputs.append(", $").append(i++);
			}
			rule(drl, "compute " + derived.id(), when,
					"insert(verdicts.derive(\"" + derived.id() + "\"" + inputs + "));");
		});
		this.demanded.forEach((one) -> {
			StringBuilder when = concerns(one.requirement(), one.rule());
			StringBuilder facts = new StringBuilder();
			for (int i = 0; i < one.facts().size(); i++) {
				when.append("\t$").append(i).append(" : ").append(pattern(one.facts().get(i))).append("\n");
				facts.append(", $").append(i);
			}
			rule(drl, one.place() + " " + one.rule().name(), when, "verdicts.check(" + one.place() + facts + ");");
		});
		for (Rule rule : this.edition.rules()) {
			Requirement requirement = this.edition.requirements().get(rule.requirement());
			if (rule.statements().get(0) instanceof Statement.NotApplicable) {
				rule(drl, rule.name(), concerns(requirement, rule),
						"verdicts.notApplicable(\"" + requirement.id() + "\");");
			}
			if (rule.scope() != null) {
				StringBuilder when = kind(requirement);
				rule.scope()
					.elements()
					.forEach((element) -> when.append("\tValue( element == \"").append(element.text())
						.append("\", known == false )\n"));
				rule(drl, "not known: " + rule.name(), when, "verdicts.unknown(\"" + requirement.id() + "\");");
			}
		}
		return drl.toString();
	}

	private static void rule(StringBuilder drl, String name, CharSequence when, String then) {
		drl.append("rule \"").append(name).append("\"\nwhen\n").append(when).append("then\n\t").append(then)
			.append("\nend\n");
	}

	private static StringBuilder kind(Requirement requirement) {
		return new StringBuilder("\tKind( word == \"" + requirement.period().word() + "\" )\n");
	}

	private static StringBuilder concerns(Requirement requirement, Rule rule) {
		StringBuilder when = kind(requirement);
		if (rule.scope() != null) {
			when.append("\tValue( ").append(scope(rule.scope())).append(" )\n");
		}
		return when;
	}

	private static String scope(Condition scope) {
		String element = "element == \"" + scope.elements().findFirst().orElseThrow().text() + "\", known == true, ";
		if (scope instanceof Condition.Compare compare && compare.right() instanceof Condition.ParameterOf limit) {
			return element + "number " + compare.comparison().symbol() + " verdicts.limits().number(\""
					+ limit.requirement().text() + "\", \"" + limit.name().text() + "\")";
		}
		Condition.Ask ask = (Condition.Ask) scope;
		return element + ((ask.word() == ScopeWord.YES) ? "value == true" : (ask.word() == ScopeWord.NO)
				? "value == false" : (ask.word() == ScopeWord.SOME) ? "number > 0" : (ask.word() == ScopeWord.NONE)
						? "number == 0" : (ask.word() == ScopeWord.IS) ? "value == \"" + ask.arguments().get(1).text()
								+ "\"" : "value != \"" + ask.arguments().get(1).text() + "\"");
	}

	/** The pattern of a fact by its name in a fact sheet. */
	private static String pattern(String fact) {
		String[] words = fact.split(" ");
		return switch (words[0]) {
			case "value" -> "Value( element == \"" + words[1] + "\" )";
			case "series" -> "Series( element == \"" + words[1] + "\" )";
			case "peers" -> "PeerGroup( element == \"" + words[1] + "\" )";
			case "register" -> "RegisterSays( element == \"" + words[1] + "\", source == \"" + words[2] + "\" )";
			default -> "Opinion( from == \"" + words[1] + "\", requirement == \"" + words[2] + "\" )";
		};
	}

}
