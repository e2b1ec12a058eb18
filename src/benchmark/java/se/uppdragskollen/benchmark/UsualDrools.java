package se.uppdragskollen.benchmark;

import java.util.List;
import java.util.Map;

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
import se.uppdragskollen.evaluation.Evaluator;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;

/**
 * The same outcomes in the usual Drools way, as a handbook shows it: each report gets a
 * session of its own, in which each value is a fact; rules join the facts that they
 * compare, and the comparison stands in WHEN. For each obligation one rule when it holds
 * and one when it does not; when neither fires, it is not known. The rules are written
 * from the edition's. The facts are made inside the clock, as the engine and hand-written
 * Java read the report inside it.
 */
final class UsualDrools {

	private final Edition edition;

	private final List<Demanded> demanded;

	private final KieBase kieBase;

	private final Map<String, List<Demanded>> byRequirement;

	private final FactSheets sheets;

	UsualDrools(Edition edition, Evaluator evaluator) {
		this.edition = edition;
		this.sheets = new FactSheets(edition, evaluator);
		this.demanded = Demanded.of(edition);
		this.byRequirement = Demanded.byRequirement(this.demanded);
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

	List<Verdicts.Verdict> evaluate(Report report) {
		return evaluate(this.sheets.of(report));
	}

	List<Verdicts.Verdict> evaluate(FactSheet sheet) {
		Verdicts verdicts = new Verdicts(this.edition, this.demanded, this.byRequirement, sheet);
		KieSession session = this.kieBase.newKieSession();
		try {
			session.setGlobal("verdicts", verdicts);
			session.setGlobal("limits", sheet.kind().limits());
			sheet.facts().forEach(session::insert);
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
				Opinion.class, Verdicts.class, Limits.class)) {
			drl.append("import ").append(fact.getName()).append(";\n");
		}
		drl.append("global Verdicts verdicts;\nglobal Limits limits;\n");
		this.edition.derived().values().forEach((derived) -> {
			StringBuilder when = new StringBuilder();
			StringBuilder inputs = new StringBuilder();
			int i = 0;
			for (String id : FormulaNames.of(this.edition, derived.formula()).data()) {
				when.append("\t$").append(i).append(" : ").append(Constraints.pattern("value " + id, "")).append("\n");
				inputs.append(", $").append(i++);
			}
			rule(drl, "compute " + derived.id(), when,
					"insert(verdicts.derive(\"" + derived.id() + "\"" + inputs + "));");
		});
		this.demanded.forEach((one) -> {
			for (boolean holds : List.of(true, false)) {
				rule(drl, one.place() + (holds ? " holds: " : " fails: ") + one.rule().name(),
						concerns(one.requirement(), one.rule()).append(Constraints.of(one, holds)),
						"verdicts.found(" + one.place() + ", " + holds + ", $0, $" + (one.facts().size() - 1) + ");");
			}
		});
		for (Rule rule : this.edition.rules()) {
			Requirement requirement = this.edition.requirements().get(rule.requirement());
			if (rule.statements().get(0) instanceof Statement.NotApplicable) {
				rule(drl, rule.name(), concerns(requirement, rule),
						"verdicts.notApplicable(\"" + requirement.id() + "\");");
			}
			if (rule.scope() != null) {
				rule(drl, "concerns: " + rule.name(), concerns(requirement, rule),
						"verdicts.concerns(\"" + rule.name() + "\");");
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
		return new StringBuilder("\t$kind : Kind( word == \"" + requirement.period().word() + "\" )\n");
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
			return element + "number " + compare.comparison().symbol() + " limits.number(\""
					+ limit.requirement().text() + "\", \"" + limit.name().text() + "\")";
		}
		Condition.Ask ask = (Condition.Ask) scope;
		return element + ((ask.word() == ScopeWord.YES) ? "value == true" : (ask.word() == ScopeWord.NO)
				? "value == false" : (ask.word() == ScopeWord.SOME) ? "number > 0" : (ask.word() == ScopeWord.NONE)
						? "number == 0" : (ask.word() == ScopeWord.IS) ? "value == \"" + ask.arguments().get(1).text()
								+ "\"" : "value != \"" + ask.arguments().get(1).text() + "\"");
	}

}
