package se.uppdragskollen;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What the code's structure must be, below any root package: the product's own, and
 * {@code planted}, where each rule is broken on purpose.
 */
final class Architecture {

	/** The engine's modules, and for each the ones that it may know. */
	private static final Map<String, Set<String>> ENGINE_KNOWS = Map.of("language", Set.of(), "document",
			Set.of("language"), "rule", Set.of("document", "language"), "assignment",
			Set.of("rule", "document", "language"), "report", Set.of("assignment", "rule", "document", "language"),
			"evaluation", Set.of("report", "assignment", "rule", "document", "language"), "authoring",
			Set.of("evaluation", "report", "assignment", "rule", "document", "language"));

	private static final Set<String> ENGINE_MODULES = Set.of("language", "document", "rule", "assignment", "report",
			"evaluation");

	/** What each module of the service may know besides the engine. */
	private static final Map<String, Set<String>> SERVICE_KNOWS = Map.ofEntries(Map.entry("calendar", Set.of()),
			Map.entry("request", Set.of()), Map.entry("access", Set.of("request", "audit")),
			Map.entry("audit", Set.of("request")), Map.entry("unit", Set.of("access", "audit", "request")),
			Map.entry("edition", Set.of("access", "audit", "request")),
			Map.entry("selfreport", Set.of("edition", "unit", "calendar", "access", "audit", "request")),
			Map.entry("statement", Set.of("edition", "unit", "calendar", "access", "audit", "request")),
			Map.entry("assessment", Set.of("selfreport", "statement", "edition", "unit", "access", "audit", "request")),
			Map.entry("followup",
					Set.of("assessment", "selfreport", "edition", "unit", "calendar", "access", "audit", "request")),
			Map.entry("publication",
					Set.of("followup", "assessment", "selfreport", "edition", "unit", "calendar", "access", "audit",
							"request")),
			Map.entry("notice",
					Set.of("followup", "statement", "selfreport", "edition", "unit", "calendar", "access", "audit",
							"request")),
			Map.entry("demo", Set.of("unit")),
			Map.entry("operation",
					Set.of("demo", "publication", "followup", "assessment", "statement", "selfreport", "edition",
							"unit", "calendar", "access", "audit", "request")),
			Map.entry("web",
					Set.of("operation", "notice", "publication", "followup", "assessment", "statement", "selfreport",
							"edition", "unit", "calendar", "access", "audit", "request")),
			Map.entry("cli", Set.of("operation", "demo", "authoring", "unit", "audit")));

	/** The modules, and for each the ones that it may know. */
	static final Map<String, Set<String>> MAY_KNOW = mayKnow();

	/** The plain library inside. */
	static final List<String> ENGINE = List.of("language", "document", "rule", "assignment", "report", "evaluation");

	private static final Set<String> CHANCE = Set.of("java.lang.Math.random", "java.util.UUID.randomUUID",
			"java.util.concurrent.ThreadLocalRandom.current", "java.lang.System.currentTimeMillis",
			"java.lang.System.nanoTime");

	private final String root;

	Architecture(String root) {
		this.root = root;
	}

	private static Map<String, Set<String>> mayKnow() {
		Map<String, Set<String>> all = new HashMap<>(ENGINE_KNOWS);
		SERVICE_KNOWS.forEach((module, others) -> {
			Set<String> known = new HashSet<>(others);
			known.addAll(ENGINE_MODULES);
			all.put(module, known);
		});
		return all;
	}

	ArchRule modulesKnowOnlyWhatTheyMay() {
		return classes().that().resideInAPackage(this.root + "..").should(knowOnlyWhatTheyMay());
	}

	ArchRule engineKnowsNoSpring() {
		return noClasses().that()
			.resideInAnyPackage(engine())
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
	}

	ArchRule onlyOnePackageKnowsDrools() {
		return noClasses().that()
			.resideOutsideOfPackage(this.root + ".evaluation.drools..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.drools..", "org.kie..");
	}

	ArchRule timeAndChanceComeFromOutside() {
		return classes().that().resideInAPackage(this.root + "..").should(takeTimeAndChanceFromOutside());
	}

	ArchRule onlyTheStartMakesAClock() {
		return noClasses().that()
			.doNotHaveFullyQualifiedName(this.root + ".cli.Main")
			.and()
			.doNotHaveFullyQualifiedName(this.root + ".operation.Application")
			.should()
			.callMethodWhere(new DescribedPredicate<>("a clock is made") {
				@Override
				public boolean test(JavaMethodCall call) {
					return call.getTargetOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system");
				}
			});
	}

	ArchRule engineIsExact() {
		return classes().that().resideInAnyPackage(engine()).should(useNoInexactNumbers());
	}

	ArchRule engineDoesNotPrint() {
		return noClasses().that()
			.resideInAnyPackage(engine())
			.should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.orShould()
			.callMethod(Throwable.class, "printStackTrace");
	}

	ArchRule packagesSayWhatTheyAre() {
		return classes().that().resideInAPackage(this.root + "..").should(resideInANullMarkedPackage());
	}

	ArchRule namesSaySomething() {
		return classes().that()
			.resideInAPackage(this.root + "..")
			.should()
			.haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
			.andShould()
			.resideOutsideOfPackages("..util..", "..common..", "..impl..", "..helper..");
	}

	private String[] engine() {
		return ENGINE.stream().map((module) -> this.root + "." + module + "..").toArray(String[]::new);
	}

	/** The module of a class below the root; the empty name for another's class. */
	private String moduleOf(JavaClass type) {
		String name = type.getPackageName();
		if (!name.startsWith(this.root + ".")) {
			return "";
		}
		String inside = name.substring(this.root.length() + 1);
		int dot = inside.indexOf('.');
		return (dot < 0) ? inside : inside.substring(0, dot);
	}

	private ArchCondition<JavaClass> knowOnlyWhatTheyMay() {
		return new ArchCondition<>("know only the modules that theirs may know") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String module = moduleOf(type);
				if (!MAY_KNOW.containsKey(module)) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no module of the table"));
					return;
				}
				for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
					String other = moduleOf(dependency.getTargetClass());
					if (!other.isEmpty() && !other.equals(module) && !MAY_KNOW.get(module).contains(other)) {
						events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
					}
				}
			}
		};
	}

	private static ArchCondition<JavaClass> takeTimeAndChanceFromOutside() {
		return new ArchCondition<>("take time from a clock and chance from a seed") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getCodeUnitCallsFromSelf().forEach((call) -> {
					if (askedFromTheMachine(call.getTarget())) {
						events.add(SimpleConditionEvent.violated(call, call.getDescription()));
					}
				});
			}
		};
	}

	private static boolean askedFromTheMachine(AccessTarget.CodeUnitCallTarget target) {
		JavaClass owner = target.getOwner();
		boolean ofClock = target.getRawParameterTypes().stream().anyMatch((type) -> type.isEquivalentTo(Clock.class));
		boolean bare = target.getRawParameterTypes().isEmpty();
		return owner.getPackageName().startsWith("java.time") && target.getName().equals("now") && !ofClock
				|| target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME) && bare
						&& (owner.isEquivalentTo(Random.class) || owner.isEquivalentTo(Date.class)
								|| owner.isEquivalentTo(SplittableRandom.class)
								|| owner.isEquivalentTo(SecureRandom.class))
				|| CHANCE.contains(owner.getName() + "." + target.getName());
	}

	private static ArchCondition<JavaClass> useNoInexactNumbers() {
		return new ArchCondition<>("have, take, give and call for no double and no float") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getFields().stream().filter((field) -> inexact(field.getRawType())).forEach((field) -> {
					events.add(SimpleConditionEvent.violated(field, field.getDescription()));
				});
				for (JavaCodeUnit unit : type.getCodeUnits()) {
					if (!loadFactor(unit.getOwner()) && (inexact(unit.getRawReturnType())
							|| unit.getRawParameterTypes().stream().anyMatch(Architecture::inexact))) {
						events.add(SimpleConditionEvent.violated(unit, unit.getDescription()));
					}
				}
				type.getCodeUnitCallsFromSelf().forEach((call) -> {
					AccessTarget.CodeUnitCallTarget target = call.getTarget();
					if (!loadFactor(target.getOwner()) && (inexact(target.getRawReturnType())
							|| target.getRawParameterTypes().stream().anyMatch(Architecture::inexact))) {
						events.add(SimpleConditionEvent.violated(call, call.getDescription()));
					}
				});
			}
		};
	}

	/**
	 * Java's maps take how full they may be as a float, a workbook its columns' width as
	 * a double; nothing is decided by them.
	 */
	private static boolean loadFactor(JavaClass owner) {
		return owner.isAssignableTo(HashMap.class) || owner.getName().equals("org.dhatim.fastexcel.Worksheet");
	}

	private static boolean inexact(JavaClass type) {
		return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName())
				|| type.isArray() && inexact(type.getComponentType());
	}

	private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
		return new ArchCondition<>("reside in a package with a @NullMarked package-info") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				JavaPackage home = type.getPackage();
				if (!home.isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " in " + home.getName()));
				}
			}
		};
	}

}
