package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assessment.NewResult;
import se.uppdragskollen.assessment.ResultsStored;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.evaluation.Outcome;

/**
 * Makes cases of what new results find, in their transaction: what is stored is followed
 * up, or neither. Most results only add a period to a case, or say nothing new; for the
 * rest all that is known of the requirement is read.
 */
@Component
class FollowResults {

	private final Lineages lineages;

	private final Strands strands;

	private final Audit audit;

	FollowResults(Lineages lineages, Strands strands, Audit audit) {
		this.lineages = lineages;
		this.strands = strands;
		this.audit = audit;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void stored(ResultsStored event) {
		if (event.results().isEmpty()) {
			return;
		}
		String assignment = event.results().get(0).key().assignment();
		Lineage lineage = this.lineages.of(assignment);
		Map<Strand, List<Judgement>> news = news(event.results(), lineage);
		Map<Strand, List<Known>> cases = this.strands.cases(assignment, news.keySet());
		Map<Strand, Map<Long, Finding>> same = this.strands.findings(cases, news);
		List<Follow> follows = new ArrayList<>();
		List<Strand> unclear = new ArrayList<>();
		news.forEach((strand, judgements) -> {
			List<Follow> simple = simple(judgements, cases.getOrDefault(strand, List.of()),
					same.getOrDefault(strand, Map.of()));
			if (simple == null) {
				unclear.add(strand);
			}
			else {
				follows.addAll(simple);
			}
		});
		this.strands.stories(assignment, lineage, unclear, cases).forEach((story) -> follows.addAll(story.follow()));
		List<Long> ids = this.strands.write(assignment, follows);
		note(assignment, follows, ids);
	}

	private static Map<Strand, List<Judgement>> news(List<NewResult> results, Lineage lineage) {
		Map<Strand, List<Judgement>> news = new LinkedHashMap<>();
		for (NewResult one : results) {
			String edition = one.result().edition().id();
			for (Outcome outcome : one.result().outcomes()) {
				Strand strand = new Strand(one.key().unit(), lineage.of(edition, outcome.requirement().id()));
				Finding finding = new Finding(one.key().period(), outcome.kind(), outcome.finding(), outcome.severity(),
						one.id());
				news.computeIfAbsent(strand, (key) -> new ArrayList<>(1))
					.add(new Judgement(finding, outcome.requirement().id(), outcome.requirement().chapter(), edition));
			}
		}
		return news;
	}

	/**
	 * What becomes of a strand when that is plain, null when the whole story is needed.
	 * @param same what its cases hold of the same period
	 */
	private static @Nullable List<Follow> simple(List<Judgement> judgements, List<Known> cases,
			Map<Long, Finding> same) {
		Judgement one = judgements.get(0);
		Finding finding = one.finding();
		if (judgements.size() > 1) {
			return null;
		}
		if (cases.isEmpty()) {
			return finding.fails() ? null : List.of();
		}
		Known open = cases.stream().filter((known) -> !known.state().ended()).findFirst().orElse(null);
		if (open == null) {
			return (finding.fails() || !same.isEmpty()) ? null : List.of();
		}
		Finding before = same.get(open.id());
		if (before != null && same.size() == 1 && before.sameAs(finding)) {
			return List.of(Follow.same(open, finding));
		}
		boolean plain = same.isEmpty() && finding.period().compareTo(open.last()) > 0
				&& !(finding.fails() && open.course() == Course.RESOLVED);
		return plain ? List.of(Follow.appended(open, one)) : null;
	}

	/** One event for each unit, with what became of its cases. */
	private void note(String assignment, List<Follow> follows, List<Long> ids) {
		Map<String, Map<String, List<Long>>> byUnit = new TreeMap<>();
		for (int i = 0; i < follows.size(); i++) {
			Follow follow = follows.get(i);
			CaseAct act = follow.act();
			boolean turned = follow.before() != null && follow.before().course() != follow.course();
			if (act != null || turned) {
				byUnit.computeIfAbsent(follow.strand().unit(), (unit) -> new TreeMap<>())
					.computeIfAbsent((act != null) ? act.word() : follow.course().word(), (word) -> new ArrayList<>())
					.add(ids.get(i));
			}
		}
		byUnit.forEach((unit, cases) -> {
			Map<String, Object> details = new HashMap<>(cases);
			details.put("assignment", assignment);
			this.audit.note(Audit.SYSTEM, "cases-followed", "unit:" + unit, unit, details);
		});
	}

}
