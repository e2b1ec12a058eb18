package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;

/**
 * Reads the chapter files of an edition: requirements, elements and derived elements.
 */
final class ChapterReader {

	private static final String DATUM_ID = "[a-z][a-z0-9_]*";

	private static final List<String> FORMATS = List.of("hsa-id", "organisation-number");

	private final Problems problems;

	private final List<PatientGroup> groups;

	private final Unread unread;

	private final Map<String, Requirement> requirements = new LinkedHashMap<>();

	private final Map<String, Element> elements = new LinkedHashMap<>();

	private final Map<String, Derived> derived = new LinkedHashMap<>();

	ChapterReader(Problems problems, List<PatientGroup> groups, Unread unread) {
		this.problems = problems;
		this.groups = groups;
		this.unread = unread;
	}

	Map<String, Requirement> requirements() {
		return this.requirements;
	}

	Map<String, Element> elements() {
		return this.elements;
	}

	Map<String, Derived> derived() {
		return this.derived;
	}

	void read(Chapter chapter, String file, Node tree) {
		Fields fields = Fields.of(file, "", tree, this.problems, "requirements", "elements", "derived");
		int i = 0;
		for (Node item : fields.items("requirements")) {
			requirement(chapter,
					Fields.of(file, "requirements[" + i++ + "]", item, this.problems, "id", "title", "text", "level",
							"severity", "follow_up", "period", "priority_by_group", "source", "continues",
							"smallest_group", "reasons", "phases", "parameters"));
		}
		fields.children("elements")
			.forEach((id, node) -> element(chapter, id,
					Fields.of(file, "elements." + id, node, this.problems, "type", "unit", "min", "max", "from",
							"period", "valid_for", "label", "help", "personal", "public", "choices", "part_of",
							"not_applicable", "below_one", "future", "format")));
		fields.children("derived")
			.forEach((id, node) -> derived(chapter, id, Fields.of(file, "derived." + id, node, this.problems, "type",
					"unit", "formula", "may_lack", "label", "public")));
	}

	private void requirement(Chapter chapter, Fields fields) {
		String id = fields.text("id", "[A-Z]+[0-9]+[a-z]?", "requirement-id");
		Bilingual title = fields.bilingual("title");
		Bilingual text = fields.bilingual("text");
		Level level = fields.word("level", Level.class);
		Severity severity = fields.word("severity", Severity.class);
		FollowUp followUp = fields.word("follow_up", FollowUp.class);
		PeriodKind period = fields.word("period", PeriodKind.class);
		Map<Integer, Priority> priorities = priorities(fields);
		Source source = source(fields);
		Integer smallestGroup = wholeNumber(fields, "smallest_group");
		Map<String, Bilingual> reasons = texts(fields, "reasons");
		Map<String, Bilingual> phases = texts(fields, "phases");
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		fields.children("parameters").forEach((name, node) -> {
			int before = this.problems.size();
			Parameter parameter = new ParameterReader(this.problems).read((id != null) ? id : "?", name, Fields
				.of(fields.file(), fields.pathOf("parameters." + name), node, this.problems, "unit", "values"));
			if (parameter != null) {
				parameters.put(name, parameter);
			}
			if (this.problems.size() > before) {
				this.unread.defined(id + "." + name);
			}
		});
		if (id == null || title == null || text == null || level == null || severity == null || followUp == null
				|| period == null || source == null) {
			this.unread.defined(String.valueOf(id));
			return;
		}
		Requirement requirement = new Requirement(id, chapter.id(), title, text, level, severity, followUp, period,
				priorities, source, fields.optionalText("continues"), smallestGroup, reasons, phases, parameters,
				fields.position());
		if (this.requirements.putIfAbsent(id, requirement) != null) {
			fields.problem("id").say("id-twice");
		}
	}

	private Map<Integer, Priority> priorities(Fields fields) {
		Map<Integer, Priority> priorities = new LinkedHashMap<>();
		Node node = fields.node("priority_by_group");
		if (node == null) {
			return priorities;
		}
		Fields byGroup = Fields.open(fields.file(), fields.pathOf("priority_by_group"), node, this.problems);
		List<String> known = this.groups.stream().map((group) -> String.valueOf(group.id())).toList();
		for (String name : byGroup.names()) {
			Priority priority = byGroup.word(name, Priority.class);
			if (!known.contains(name)) {
				this.problems.at(fields.file(), byGroup.keyPosition(name), byGroup.pathOf(name))
					.found(name)
					.allowedNames(known)
					.say("unknown-patient-group");
			}
			else if (priority != null) {
				priorities.put(Integer.valueOf(name), priority);
			}
		}
		return priorities;
	}

	/** What something rests on, its key {@code source}. */
	static @Nullable Source source(Fields fields) {
		Node node = fields.required("source");
		if (node == null) {
			return null;
		}
		Fields source = Fields.of(fields.file(), fields.pathOf("source"), node, fields.problems(), "kind", "document",
				"note");
		SourceKind kind = source.word("kind", SourceKind.class);
		String document = source.text("document");
		String note = source.optionalText("note");
		return (kind == null || document == null) ? null : new Source(kind, document, note);
	}

	private Map<String, Bilingual> texts(Fields fields, String key) {
		Map<String, Bilingual> texts = new LinkedHashMap<>();
		Node node = fields.node(key);
		if (node != null) {
			Fields inner = Fields.open(fields.file(), fields.pathOf(key), node, this.problems);
			for (String name : inner.names()) {
				Bilingual text = inner.bilingual(name);
				if (text != null) {
					texts.put(name, text);
				}
			}
		}
		return texts;
	}

	private void element(Chapter chapter, String id, Fields fields) {
		if (!newDatum(id, fields)) {
			return;
		}
		ElementType type = fields.word("type", ElementType.class);
		Unit unit = unit(fields, type);
		BigDecimal min = fields.optionalNumber("min");
		BigDecimal max = fields.optionalNumber("max");
		if (min != null && max != null && min.compareTo(max) > 0) {
			fields.problem("max").say("max-below-min", min);
		}
		String from = fields.text("from", "[a-z0-9][a-z0-9-]*", "source-name");
		PeriodKind period = fields.word("period", PeriodKind.class);
		Period validFor = duration(fields);
		Bilingual label = fields.bilingual("label");
		Bilingual help = fields.optionalBilingual("help");
		boolean personal = fields.flag("personal");
		boolean isPublic = fields.flag("public");
		if (personal && isPublic) {
			fields.problem("public").say("personal-and-public");
		}
		Map<String, Bilingual> choices = texts(fields, "choices");
		if (type != null && type.hasChoices() == choices.isEmpty()) {
			fields.problem("choices").say(type.hasChoices() ? "choices-missing" : "choices-not-here", type.word());
		}
		String format = fields.optionalText("format");
		if (format != null && (!FORMATS.contains(format) || type != ElementType.TEXT)) {
			fields.problem("format").allowedNames(FORMATS).say("unknown-format");
		}
		boolean belowOne = fields.flag("below_one");
		if (belowOne && unit != Unit.PERCENT) {
			fields.problem("below_one").say("only-for-percent");
		}
		boolean future = fields.flag("future");
		if (future && type != ElementType.DATE) {
			fields.problem("future").say("only-for-dates");
		}
		String partOf = fields.optionalText("part_of");
		boolean notApplicable = fields.flag("not_applicable");
		if (type == null || from == null || period == null || label == null) {
			this.unread.defined(id);
			return;
		}
		this.elements.put(id, new Element(id, type, unit, min, max, from, period, validFor, label, help, personal,
				isPublic, choices, partOf, notApplicable, belowOne, future, format, chapter.id(), fields.position()));
	}

	private void derived(Chapter chapter, String id, Fields fields) {
		if (!newDatum(id, fields)) {
			return;
		}
		ElementType type = fields.word("type", ElementType.class);
		if (type != null && (type == ElementType.LIST || type == ElementType.CHOICE)) {
			fields.problem("type").say("derived-type");
		}
		Unit unit = unit(fields, type);
		String formula = fields.text("formula");
		List<String> mayLack = fields.texts("may_lack");
		Bilingual label = fields.bilingual("label");
		boolean isPublic = fields.flag("public");
		if (type == null || formula == null || label == null) {
			this.unread.defined(id);
			this.unread.used().addAll(List.of(((formula != null) ? formula : "").split("\\W+")));
			return;
		}
		this.derived.put(id, new Derived(id, type, unit, formula, mayLack, label, isPublic, chapter.id(),
				fields.position(), fields.positionOf("formula")));
	}

	private boolean newDatum(String id, Fields fields) {
		if (!id.matches(DATUM_ID)) {
			this.problems.at(fields.file(), fields.position(), fields.pathOf("")).found(id).say("datum-id");
			return false;
		}
		if (this.elements.containsKey(id) || this.derived.containsKey(id)) {
			this.problems.at(fields.file(), fields.position(), "").found(id).say("id-twice");
			return false;
		}
		return true;
	}

	private @Nullable Unit unit(Fields fields, @Nullable ElementType type) {
		Unit unit = fields.optionalWord("unit", Unit.class);
		if (type == null) {
			return unit;
		}
		if (type.isNumber() && !fields.has("unit")) {
			fields.problem("unit").say("unit-missing");
		}
		if (!type.isNumber() && fields.has("unit") || unit != null && unit.forParametersOnly()) {
			fields.problem("unit").say("unit-not-here", type.word());
		}
		return unit;
	}

	private @Nullable Period duration(Fields fields) {
		String text = fields.optionalText("valid_for");
		if (text == null) {
			return null;
		}
		try {
			return Period.parse(text);
		}
		catch (DateTimeException ex) {
			fields.problem("valid_for").say("duration-expected");
			return null;
		}
	}

	private static @Nullable Integer wholeNumber(Fields fields, String key) {
		BigDecimal number = fields.optionalNumber(key);
		if (number == null) {
			return null;
		}
		if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
			fields.problem(key).say("whole-number-expected");
			return null;
		}
		return number.intValue();
	}

}
