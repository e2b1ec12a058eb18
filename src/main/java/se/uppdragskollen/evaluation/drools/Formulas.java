package se.uppdragskollen.evaluation.drools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.document.Problems;

/**
 * An edition's formulas in FEEL, over exact decimals. Functions are refused, external
 * ones above all: they run Java.
 */
final class Formulas {

	/**
	 * Functions run code of the author's own; the text patterns need a library that is
	 * left out.
	 */
	private static final Pattern REFUSED = Pattern
		.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\b(function|external|matches|replace|split)\\b");

	private static final Pattern UNKNOWN = Pattern.compile("Unknown variable '([^']+)'");

	private final Map<String, CompiledExpression> compiled = new ConcurrentHashMap<>();

	private final FEEL feel = FEELBuilder.builder().build();

	private final Edition edition;

	/** Formulas that were checked before, each compiled when it is first needed. */
	Formulas(Edition edition) {
		this.edition = edition;
	}

	/** Tells what is wrong with the formulas. */
	static void check(Edition edition, Problems problems) {
		for (Derived derived : edition.derived().values()) {
			check(edition, derived, () -> {
				String file = "assignments/" + edition.name() + "/" + derived.chapter() + ".yaml";
				return problems.at(file, derived.formulaPosition(), "derived." + derived.id() + ".formula");
			});
		}
	}

	private static void check(Edition edition, Derived derived, Supplier<Problems.At> problem) {
		Matcher matcher = REFUSED.matcher(derived.formula());
		while (matcher.find()) {
			if (matcher.group(1) != null) {
				problem.get().found(derived.formula()).say("formula-word", matcher.group(1));
				return;
			}
		}
		List<String> wrong = new ArrayList<>();
		FEEL compiler = FEELBuilder.builder().build();
		compiler.addListener((event) -> {
			if (event.getSeverity() == FEELEvent.Severity.ERROR) {
				wrong.add(event.getMessage());
			}
		});
		compile(compiler, edition, derived);
		tell(edition, derived, wrong, problem);
	}

	private static CompiledExpression compile(FEEL compiler, Edition edition, Derived derived) {
		CompilerContext context = compiler.newCompilerContext();
		declare(edition, FormulaNames.of(edition, derived.formula()), context);
		return compiler.compile(derived.formula(), context);
	}

	private static void tell(Edition edition, Derived derived, List<String> wrong, Supplier<Problems.At> problem) {
		List<String> known = new ArrayList<>(edition.elements().keySet());
		known.addAll(edition.derived().keySet());
		edition.requirements()
			.values()
			.forEach((one) -> one.parameters().values().forEach((parameter) -> known.add(parameter.qualifiedName())));
		List<String> unknown = new ArrayList<>();
		for (String message : wrong) {
			Matcher matcher = UNKNOWN.matcher(message);
			if (matcher.find()) {
				unknown.add(matcher.group(1));
			}
		}
		// of G25.lowest_shar both G25 and the whole are unknown: the whole says more
		unknown.removeIf((name) -> unknown.stream().anyMatch((other) -> other.startsWith(name + ".")));
		unknown.forEach((name) -> problem.get().found(name).allowedNames(known).say("formula-unknown-name"));
		if (unknown.isEmpty() && !wrong.isEmpty()) {
			problem.get().found(derived.formula()).say("formula", String.join("; ", wrong));
		}
	}

	private static void declare(Edition edition, FormulaNames names, CompilerContext context) {
		context.addInputVariableType("period_start", BuiltInType.DATE);
		context.addInputVariableType("period_end", BuiltInType.DATE);
		names.data()
			.forEach((id) -> edition.datum(id).ifPresent((datum) -> context.addInputVariableType(id, type(datum))));
		Map<String, Map<String, Type>> owned = new HashMap<>();
		names.parameters().forEach((written, parameter) -> {
			int dot = written.indexOf('.');
			if (dot < 0) {
				context.addInputVariableType(written, type(parameter));
			}
			else {
				owned.computeIfAbsent(written.substring(0, dot), (one) -> new HashMap<>())
					.put(written.substring(dot + 1), type(parameter));
			}
		});
		owned.forEach((requirement, types) -> context.addInputVariableType(requirement,
				new MapBackedType(requirement, types)));
	}

	private static Type type(Datum datum) {
		return switch (datum.type()) {
			case INTEGER, DECIMAL -> BuiltInType.NUMBER;
			case BOOLEAN -> BuiltInType.BOOLEAN;
			case DATE -> BuiltInType.DATE;
			case TIME -> BuiltInType.TIME;
			case LIST -> BuiltInType.LIST;
			default -> BuiltInType.STRING;
		};
	}

	private static Type type(Parameter parameter) {
		return switch (parameter.unit()) {
			case DATE -> BuiltInType.DATE;
			case LIST -> BuiltInType.LIST;
			case PHASE -> BuiltInType.STRING;
			default -> BuiltInType.NUMBER;
		};
	}

	@Nullable Object evaluate(String derived, Map<String, @Nullable Object> inputs) {
		CompiledExpression formula = this.compiled.computeIfAbsent(derived,
				(id) -> compile(this.feel, this.edition, Objects.requireNonNull(this.edition.derived().get(id))));
		Object value = this.feel.evaluate(formula, inputs);
		return (value instanceof Number number && !(value instanceof BigDecimal)) ? new BigDecimal(number.toString())
				: value;
	}

}
