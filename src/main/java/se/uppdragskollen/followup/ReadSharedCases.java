package se.uppdragskollen.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.language.Bilingual;

/**
 * Tells a centre's open cases as the centre knows them, whoever asks: for what is sent to
 * it. What nobody has confirmed is not among them, nor what the region keeps to itself.
 */
@Component
@Transactional(readOnly = true)
public class ReadSharedCases {

	private final Cases cases;

	private final Actions actions;

	private final ReadCases rows;

	private final CaseDeadlines deadlines;

	ReadSharedCases(Cases cases, Actions actions, ReadCases rows, CaseDeadlines deadlines) {
		this.cases = cases;
		this.actions = actions;
		this.rows = rows;
		this.deadlines = deadlines;
	}

	/** The open ones, the oldest first. */
	public List<SharedCase> open(Actor actor, String unit) {
		actor.require(Act.READ_CASES, unit);
		List<FollowUpCase> open = this.cases.shared(unit);
		List<Long> ids = open.stream().map(FollowUpCase::id).toList();
		Map<Long, List<Finding>> findings = this.cases.findings(ids);
		Map<Long, List<AgreedAction>> planned = this.actions.of(ids);
		Map<Long, CaseRow> told = new HashMap<>();
		this.rows.rows(open).forEach((row) -> told.put(row.id(), row));
		Map<String, FollowUpSettings> settings = new HashMap<>();
		return open.stream()
			.map((one) -> new SharedCase(Objects.requireNonNull(told.get(one.id())), ladder(one, settings),
					findings.getOrDefault(one.id(), List.of()),
					planned.getOrDefault(one.id(), List.of())
						.stream()
						.filter((action) -> action.state() != AgreedAction.State.DROPPED)
						.toList()))
			.toList();
	}

	private @Nullable Bilingual ladder(FollowUpCase one, Map<String, FollowUpSettings> known) {
		String step = one.ladderStep();
		return (step == null) ? null
				: known.computeIfAbsent(one.assignment() + "/" + one.edition(), (name) -> this.deadlines.settings(one))
					.step(step)
					.map(FollowUpSettings.Step::title)
					.orElseGet(() -> Bilingual.same(step));
	}

}
