package se.uppdragskollen.assignment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * Checks that the parts of an edition fit each other: nothing unknown, nothing unused,
 * nothing without a rule.
 */
final class EditionChecks {

	private final Edition edition;

	private final String assignmentFile;

	private final UnaryOperator<String> fileOfChapter;

	private final Unread unread;

	private final Problems problems;

	private final Map<String, FormulaNames> formulas = new HashMap<>();

	EditionChecks(Edition edition, String assignmentFile, UnaryOperator<String> fileOfChapter, Unread unread,
			Problems problems) {
		this.edition = edition;
		this.assignmentFile = assignmentFile;
		this.fileOfChapter = fileOfChapter;
		this.unread = unread;
		this.problems = problems;
	}

	void check() {
		this.edition.derived()
			.forEach((id, derived) -> this.formulas.put(id, FormulaNames.of(this.edition, derived.formula())));
		Set<String> ruleNames = new HashSet<>();
		for (Rule rule : this.edition.rules()) {
			if (!ruleNames.add(rule.name())) {
				this.problems.at(rule.file(), rule.position(), "").found(rule.name()).say("rule-name-twice");
			}
			new RuleChecks(this.edition, rule, this.unread, this.problems).check();
		}
		this.edition.requirements().values().forEach(this::requirement);
		this.edition.elements().values().forEach(this::element);
		this.edition.derived().values().forEach(this::derived);
		unused();
	}

	private void requirement(Requirement requirement) {
		String file = this.fileOfChapter.apply(requirement.chapter());
		if (this.edition.rulesOf(requirement.id()).stream().allMatch(EditionChecks::onlyCredits)
				&& !this.unread.mayUse(requirement.id())) {
			this.problems.at(file, requirement.position(), requirement.id())
				.say("requirement-without-rule", requirement.id());
		}
		if (requirement.continues() != null && this.edition.continues() == null) {
			this.problems.at(file, requirement.position(), requirement.id())
				.found(requirement.continues())
				.say("continues-nothing", this.assignmentFile);
		}
		phases(requirement, file);
		requirement.parameters().values().forEach((parameter) -> {
			if (parameter.values().firstKey().isAfter(this.edition.from())
					&& !this.unread.mayDefine(parameter.qualifiedName())) {
				this.problems.at(file, parameter.position(), parameter.qualifiedName())
					.found(parameter.values().firstKey().toString())
					.say("parameter-starts-late", this.edition.from());
			}
			if (parameter.values().lastKey().isAfter(this.edition.to())) {
				this.problems.at(file, parameter.position(), parameter.qualifiedName())
					.found(parameter.values().lastKey().toString())
					.say("parameter-after-edition", this.edition.to());
			}
		});
	}

	private void registersUnused() {
		Set<String> used = new HashSet<>();
		this.edition.elements().values().forEach((element) -> used.add(element.from()));
		this.edition.rules().forEach((rule) -> used.addAll(RuleUses.of(rule).registers()));
		this.edition.registers()
			.keySet()
			.stream()
			.filter((id) -> !used.contains(id))
			.forEach((id) -> this.problems.at(this.assignmentFile, Position.NOWHERE, "registers." + id)
				.say("register-unused", id));
	}

	private static boolean onlyCredits(Rule rule) {
		return rule.statements().stream().allMatch(Statement.Credit.class::isInstance);
	}

	/** A phase that people read must have a name once the requirement names any. */
	private void phases(Requirement requirement, String file) {
		Parameter phase = requirement.parameters().get("phase");
		if (!requirement.phases().isEmpty()) {
			Set<String> words = new HashSet<>();
			if (phase != null) {
				phase.values().values().forEach((value) -> words.add(String.valueOf(value.value())));
			}
			if (!requirement.phases().keySet().equals(words)) {
				this.problems.at(file, requirement.position(), requirement.id() + ".phases")
					.found(String.join(", ", requirement.phases().keySet()))
					.allowed(String.join(", ", words.stream().sorted().toList()))
					.say("phases-differ");
			}
		}
	}

	private void register(Element element) {
		if (!element.selfReported() && !this.edition.knowsRegister(element.from())) {
			this.problems.at(this.fileOfChapter.apply(element.chapter()), element.position(), element.id() + ".from")
				.found(element.from())
				.allowedNames(this.edition.registers().keySet())
				.say("unknown-register");
		}
	}

	private void element(Element element) {
		register(element);
		if (element.partOf() != null) {
			Element whole = this.edition.elements().get(element.partOf());
			String file = this.fileOfChapter.apply(element.chapter());
			if (whole == null && this.unread.mayDefine(element.partOf())) {
				return;
			}
			if (whole == null) {
				this.problems.at(file, element.position(), element.id() + ".part_of")
					.found(element.partOf())
					.allowedNames(this.edition.elements().keySet())
					.say("unknown-element");
			}
			else if (!whole.type().isNumber() || !element.type().isNumber() || whole.unit() != element.unit()) {
				this.problems.at(file, element.position(), element.id() + ".part_of")
					.found(element.partOf())
					.say("part-of-other-unit");
			}
		}
	}

	private void derived(Derived derived) {
		String file = this.fileOfChapter.apply(derived.chapter());
		FormulaNames names = this.formulas.getOrDefault(derived.id(), new FormulaNames(Set.of(), Map.of()));
		for (String mayLack : derived.mayLack()) {
			if (!names.data().contains(mayLack)) {
				this.problems.at(file, derived.position(), derived.id() + ".may_lack")
					.found(mayLack)
					.allowedNames(names.data())
					.say("may-lack-not-in-formula");
			}
		}
		Deque<String> toVisit = new ArrayDeque<>(names.data());
		Set<String> visited = new HashSet<>();
		while (!toVisit.isEmpty()) {
			String next = toVisit.pop();
			if (next.equals(derived.id())) {
				this.problems.at(file, derived.formulaPosition(), derived.id())
					.found(derived.formula())
					.say("derived-circle");
				return;
			}
			if (visited.add(next) && this.formulas.containsKey(next)) {
				toVisit.addAll(this.formulas.getOrDefault(next, names).data());
			}
		}
	}

	private void unused() {
		Set<String> data = new HashSet<>();
		Set<String> parameters = new HashSet<>();
		Set<String> reasons = new HashSet<>();
		for (Rule rule : this.edition.rules()) {
			RuleUses uses = RuleUses.of(rule);
			data.addAll(uses.data());
			parameters.addAll(uses.parameters());
			reasons.addAll(uses.reasons());
		}
		Deque<String> toVisit = new ArrayDeque<>(data);
		while (!toVisit.isEmpty()) {
			FormulaNames names = this.formulas.get(toVisit.pop());
			if (names != null) {
				names.parameters().values().forEach((parameter) -> parameters.add(parameter.qualifiedName()));
				names.data().stream().filter(data::add).forEach(toVisit::add);
			}
		}
		registersUnused();
		List<Datum> all = new java.util.ArrayList<>(this.edition.elements().values());
		all.addAll(this.edition.derived().values());
		for (Datum datum : all) {
			if (!data.contains(datum.id()) && !this.unread.mayUse(datum.id())) {
				this.problems.at(this.fileOfChapter.apply(datum.chapter()), datum.position(), datum.id())
					.say("element-unused", datum.id());
			}
		}
		for (Requirement requirement : this.edition.requirements().values()) {
			String file = this.fileOfChapter.apply(requirement.chapter());
			requirement.parameters().values().forEach((parameter) -> {
				if (!parameters.contains(parameter.qualifiedName()) && !this.unread.mayUse(parameter.name())) {
					this.problems.at(file, parameter.position(), parameter.qualifiedName())
						.say("parameter-unused", parameter.qualifiedName());
				}
			});
			requirement.reasons().keySet().forEach((reason) -> {
				if (!reasons.contains(requirement.id() + "." + reason) && !this.unread.mayUse(reason)) {
					this.problems.at(file, requirement.position(), requirement.id() + ".reasons")
						.say("reason-unused", reason);
				}
			});
		}
	}

}
