package se.uppdragskollen.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Rule;

/**
 * What a requirement asks that it did not ask before.
 */
final class RequirementDiff {

	private final Edition before;

	private final Edition after;

	private final Requirement was;

	private final Requirement is;

	private final List<EditionChange> changes = new ArrayList<>();

	private RequirementDiff(Edition before, Requirement was, Edition after, Requirement is) {
		this.before = before;
		this.after = after;
		this.was = was;
		this.is = is;
	}

	static List<EditionChange> between(Edition before, Requirement was, Edition after, Requirement is) {
		RequirementDiff diff = new RequirementDiff(before, was, after, is);
		diff.describe();
		diff.weigh();
		LimitDiff limits = new LimitDiff(before, after);
		diff.add(ChangeKind.LIMIT, limits.between(was, is));
		diff.add(ChangeKind.LIMIT_EARLIER, limits.earlier(was, is));
		diff.add(ChangeKind.RULE, RuleDiff.between(before, was, after, is));
		return diff.changes;
	}

	/** A requirement that nothing came before, with what its rules say. */
	static EditionChange added(Edition edition, Requirement requirement) {
		RuleSentences reader = new RuleSentences(edition, edition.to());
		List<Bilingual> rules = edition.rulesOf(requirement.id()).stream().map((Rule rule) -> reader.of(rule)).toList();
		return new EditionChange(ChangeKind.REQUIREMENT_NEW, requirement.chapter(), requirement.id(), Messages
			.both("diff.requirement-new", requirement.id(), requirement.title(), RuleSentences.join(" ", rules)));
	}

	static EditionChange gone(Requirement requirement) {
		return new EditionChange(ChangeKind.REQUIREMENT_GONE, requirement.chapter(), requirement.id(),
				Messages.both("diff.requirement-gone", requirement.id(), requirement.title()));
	}

	private void describe() {
		if (!this.was.id().equals(this.is.id())) {
			add(ChangeKind.REQUIREMENT_RENAMED, Messages.both("diff.requirement-renamed", this.was.id(), this.is.id()));
		}
		if (!this.was.chapter().equals(this.is.chapter())) {
			add(ChangeKind.TEXT,
					Messages.both("diff.moved", chapter(this.before, this.was), chapter(this.after, this.is)));
		}
		if (!this.was.title().equals(this.is.title())) {
			add(ChangeKind.TEXT, Messages.both("diff.title", this.was.title(), this.is.title()));
		}
		if (!this.was.text().equals(this.is.text())) {
			add(ChangeKind.TEXT, Messages.both("diff.text", this.was.text(), this.is.text()));
		}
		this.is.reasons().forEach((id, reason) -> {
			Bilingual earlier = this.was.reasons().get(id);
			if (earlier != null && !earlier.equals(reason)) {
				add(ChangeKind.TEXT, Messages.both("diff.reason", earlier, reason));
			}
		});
	}

	private static Bilingual chapter(Edition edition, Requirement requirement) {
		return edition.chapterOf(requirement).title();
	}

	private void weigh() {
		word(ChangeKind.LEVEL, "diff.level", this.was.level(), this.is.level());
		word(ChangeKind.SEVERITY, "diff.severity", this.was.severity(), this.is.severity());
		word(ChangeKind.FOLLOW_UP, "diff.follow-up", this.was.followUp(), this.is.followUp());
		word(ChangeKind.FOLLOW_UP, "diff.period", this.was.period(), this.is.period());
		if (!Objects.equals(this.was.smallestGroup(), this.is.smallestGroup())) {
			add(ChangeKind.LIMIT, Messages.both("diff.smallest-group", group(this.was.smallestGroup(), this.before),
					group(this.is.smallestGroup(), this.after)));
		}
		Map<Integer, Priority> earlier = this.was.priorityByGroup();
		TreeSet<Integer> groups = new TreeSet<>(earlier.keySet());
		groups.addAll(this.is.priorityByGroup().keySet());
		for (Integer group : groups) {
			Priority a = earlier.get(group);
			Priority b = this.is.priorityByGroup().get(group);
			if (a != b) {
				add(ChangeKind.PRIORITY, Messages.both("diff.priority", group, colour(a), colour(b)));
			}
		}
	}

	private static int group(@Nullable Integer own, Edition edition) {
		return (own == null) ? edition.smallestGroup() : own;
	}

	private static Bilingual colour(@Nullable Priority priority) {
		return Messages.both((priority == null) ? "diff.no-priority" : "severity." + priority.word());
	}

	private void word(ChangeKind kind, String key, Word a, Word b) {
		if (a != b) {
			add(kind, Messages.both(key, Messages.both("word." + a.word()), Messages.both("word." + b.word())));
		}
	}

	private void add(ChangeKind kind, List<Bilingual> sentences) {
		sentences.forEach((one) -> add(kind, one));
	}

	private void add(ChangeKind kind, Bilingual sentence) {
		this.changes.add(new EditionChange(kind, this.is.chapter(), this.is.id(), sentence));
	}

}
