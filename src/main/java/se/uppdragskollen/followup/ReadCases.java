package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.FollowUpSettings;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

/**
 * Looks cases up. The region sees all of them, a centre its own once they are confirmed,
 * without what the region keeps to itself. Who belongs to a centre sees its cases as the
 * centre does, whatever other roles that person has.
 */
@Component
@Transactional(readOnly = true)
public class ReadCases {

	private static final Set<Role> OF_REGION = EnumSet
		.copyOf(Act.READ_CASES.roles().stream().filter((role) -> !role.ofCentre()).toList());

	private static final int MOST_PRECEDENTS = 50;

	/** The acts that decide something. */
	private static final Set<CaseAct> DECISIONS = EnumSet.of(CaseAct.CONFIRM, CaseAct.DISMISS, CaseAct.CLOSE,
			CaseAct.REOPEN, CaseAct.PROPOSE_AGAIN, CaseAct.ESCALATE, CaseAct.RAISE_TO_DEVIATION);

	private final Cases cases;

	private final CaseLists lists;

	private final Actions actions;

	private final CasePermits permits;

	private final CaseDeadlines deadlines;

	private final Editions editions;

	private final Lineages lineages;

	ReadCases(Cases cases, CaseLists lists, Actions actions, CasePermits permits, CaseDeadlines deadlines,
			Editions editions, Lineages lineages) {
		this.cases = cases;
		this.lists = lists;
		this.actions = actions;
		this.permits = permits;
		this.deadlines = deadlines;
		this.editions = editions;
		this.lineages = lineages;
	}

	/** The cases asked for, the newest first; the sort key is the id. */
	public Page<CaseRow> list(Actor actor, CaseFilter filter, PageRequest page) {
		actor.require(Act.READ_CASES);
		List<FollowUpCase> found = this.lists.newest(actor, filter, lineages(filter), this.deadlines.today(), page);
		return rows(page.page(found, (one) -> List.of(String.valueOf(one.id()))));
	}

	/**
	 * The cases asked for, what is to be done first at the top, what has no day last; the
	 * sort key has two parts.
	 */
	public Page<CaseRow> listByDay(Actor actor, CaseFilter filter, PageRequest page) {
		actor.require(Act.READ_CASES);
		List<FollowUpCase> found = this.lists.byDay(actor, filter, lineages(filter), this.deadlines.today(), page);
		return rows(page.page(found, CaseLists::key));
	}

	/** How many cases are asked for, on all pages of the list. */
	public int count(Actor actor, CaseFilter filter) {
		actor.require(Act.READ_CASES);
		return this.lists.count(actor, filter, lineages(filter), this.deadlines.today());
	}

	private Page<CaseRow> rows(Page<FollowUpCase> page) {
		return new Page<>(rows(page.items()), page.next());
	}

	/** The first ids of what is called so in any edition. */
	private @Nullable Set<String> lineages(CaseFilter filter) {
		String requirement = filter.requirement();
		if (requirement == null) {
			return null;
		}
		Set<String> found = new HashSet<>();
		String assignment = filter.assignment();
		(assignment == null ? this.editions.assignments() : List.of(assignment))
			.forEach((one) -> found.addAll(this.lineages.of(one).firstIdsOf(requirement)));
		return found;
	}

	/**
	 * The actions of open cases of a unit, by case; cases without any are left out.
	 */
	public Map<Long, List<AgreedAction>> openActions(Actor actor, String unit) {
		List<CaseRow> open = list(actor,
				new CaseFilter(unit, null, null, null, null, true, null, null, null, null, null),
				PageRequest.of(PageRequest.MOST, null, 1))
			.items();
		return this.actions.of(open.stream().map(CaseRow::id).toList());
	}

	/**
	 * One case, whole.
	 * @throws Refusal when there is none that the actor may know of
	 */
	public CaseView one(Actor actor, long id) {
		actor.require(Act.READ_CASES);
		return view(actor, find(actor, id));
	}

	/**
	 * What was decided on the same requirement elsewhere; for the region alone.
	 * @throws Refusal when the actor is not of the region
	 */
	public List<CaseView.Precedent> precedents(Actor actor, long id) {
		actor.require(Act.READ_CASES);
		FollowUpCase about = find(actor, id);
		if (!Cases.isInside(actor, about.unit())) {
			throw actor.ofRegion() ? Refusal.forbidden("own-unit") : Actor.notYourRole(OF_REGION);
		}
		List<FollowUpCase> decided = this.cases.decided(actor, about, MOST_PRECEDENTS);
		List<DoneAct> acts = this.cases.acts(decided.stream().map(FollowUpCase::id).toList());
		Map<String, Optional<Edition>> known = new HashMap<>();
		return decided.stream()
			.map((one) -> new CaseView.Precedent(row(one, known),
					acts.stream()
						.filter((act) -> act.followUpCase() == one.id() && DECISIONS.contains(act.act()))
						.map(ReadCases::act)
						.toList()))
			.toList();
	}

	List<CaseRow> rows(List<FollowUpCase> some) {
		Map<String, Optional<Edition>> known = new HashMap<>();
		return some.stream().map((one) -> row(one, known)).toList();
	}

	/** These, in this order, as far as the actor may know of them. */
	List<CaseRow> rows(Actor actor, List<Long> ids) {
		Map<Long, CaseRow> found = new HashMap<>();
		rows(this.cases.find(actor, ids)).forEach((one) -> found.put(one.id(), one));
		return ids.stream().map(found::get).filter(Objects::nonNull).toList();
	}

	CaseRow row(Actor actor, long id) {
		return row(find(actor, id), new HashMap<>());
	}

	CaseView view(Actor actor, FollowUpCase one) {
		boolean inside = Cases.isInside(actor, one.unit());
		FollowUpSettings settings = this.deadlines.settings(one);
		String step = one.ladderStep();
		Bilingual ladder = (step == null) ? null
				: settings.step(step).map(FollowUpSettings.Step::title).orElseGet(() -> Bilingual.same(step));
		String proposed = one.proposedStep();
		Long by = one.proposedBy();
		List<DoneAct> acts = this.cases.acts(List.of(one.id()));
		return new CaseView(row(one, new HashMap<>()), Messages.both("finding." + one.kind().word()),
				Messages.both("case-state." + one.state().word()), ladder,
				(proposed != null && by != null && inside) ? new CaseView.Proposed(proposed, by, name(acts, by)) : null,
				one.recheckReady(), this.cases.findings(one.id()),
				acts.stream().filter((act) -> inside || act.shared()).map(ReadCases::act).toList(),
				this.actions.of(one.id()), this.permits.open(actor, one));
	}

	private static String name(List<DoneAct> acts, long person) {
		return acts.stream()
			.map(DoneAct::by)
			.filter((by) -> by != null && by.id() == person)
			.map((by) -> String.valueOf(Objects.requireNonNull(by).name()))
			.findFirst()
			.orElse("");
	}

	private FollowUpCase find(Actor actor, long id) {
		return this.cases.find(actor, id).orElseThrow(() -> Refusal.notFound("case-not-found", id));
	}

	private static CaseView.ActView act(DoneAct act) {
		return new CaseView.ActView(act.id(), act.act(), Messages.both("case-act." + act.act().word()), act.from(),
				act.to(), act.text(), act.shared(), act.due(), act.about(), act.by(), act.at());
	}

	private CaseRow row(FollowUpCase one, Map<String, Optional<Edition>> known) {
		Optional<Edition> edition = known.computeIfAbsent(one.assignment() + "/" + one.edition(),
				(name) -> this.editions.current(one.assignment(), one.edition()));
		Bilingual title = edition.map((is) -> is.requirements().get(one.requirement()))
			.map((requirement) -> requirement.title())
			.orElse(null);
		FollowUpSettings settings = edition.map(Edition::followUpSettings).orElseGet(FollowUpSettings::defaults);
		LocalDate due = one.due();
		Long reviewer = one.reviewer();
		return new CaseRow(one.id(), one.unit(), one.unitName(), one.assignment(), one.edition(), one.requirement(),
				title, one.chapter(), one.kind(), one.severity(), one.course(), one.state(), one.earlier(),
				one.ladderStep(), one.firstPeriod(), one.lastPeriod(),
				(reviewer == null) ? null : new PersonName(reviewer, String.valueOf(one.reviewerName())), due,
				this.deadlines.remindOn(due, settings), due != null && due.isBefore(this.deadlines.today()),
				one.openedAt(), one.confirmedAt(), one.closedAt(), one.version());
	}

}
