package se.uppdragskollen.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.rule.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every word of the vocabulary read aloud: the page's examples, in both languages.
 */
class VocabularySentencesTests {

	private static final Path SENTENCES = Path.of("src/test/resources/vocabulary-sentences.txt");

	@TempDir
	Path home;

	@Test
	void readsEveryWordAloud() throws IOException {
		Edition edition = new VocabularyExamples(VocabularyPage.read(), this.home).edition();
		RuleSentences reader = new RuleSentences(edition, edition.to());

		List<String> read = edition.rules().stream().map((rule) -> line(rule, reader.of(rule))).toList();

		assertThat(read).containsExactlyElementsOf(Files.readAllLines(SENTENCES));
	}

	private static String line(Rule rule, Bilingual sentence) {
		return (rule.requirement() + " " + sentence.sv() + " / " + sentence.en()).replace('\u00a0', '~');
	}

}
