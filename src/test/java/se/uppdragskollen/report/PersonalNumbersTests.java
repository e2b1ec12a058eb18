package se.uppdragskollen.report;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.report.PersonalNumbers.Found;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In the tables {@code NNN} is an individual number and {@code C} the check digit, which
 * the test computes: no number stands here.
 */
class PersonalNumbersTests {

	@ParameterizedTest
	@ValueSource(strings = { "850101-NNNC", "850101NNNC", "19850101-NNNC", "19850101NNNC", "850101 NNNC",
			"19850101 NNNC", "850101 - NNNC", "850101- NNNC", "850101 -NNNC", "850101+NNNC", "18850101+NNNC",
			"850161-NNNC", "19850191-NNNC", "850161NNNC", "080229-NNNC", "20080229-NNNC", "850101\u2013NNNC",
			"850101\u2212NNNC", "850101\u2011NNNC", "850101\u00a0NNNC", "850101\u00a0-\u00a0NNNC", "850101-\nNNNC",
			"8\u200b5\u200b01\u00ad01-NNNC", "850101\ufeffNNNC", "pnr850101-NNNC", "850101-NNNCa", "(850101-NNNC)",
			"1.850101-NNNC", "070123-NNNC", "070123NNNC", "850101-NNNC, 070-174 06 05", "SE850101-NNNC" })
	void finds(String shape) {
		String text = written("Patienten ", shape, " kom.");
		Found found = PersonalNumbers.find(text).orElseThrow(() -> new AssertionError(shape));
		String numbers = text.substring(found.start(), found.start() + found.length());
		assertThat(Character.isDigit(numbers.codePointAt(0))).isTrue();
		assertThat(numbers.replaceAll("\\D", "")).matches("(18|19|20)?\\d{10}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0660", "\uff10", "\u0966", "\ud835\udfce" })
	void findsDigitsOfEveryScript(String zero) {
		StringBuilder text = new StringBuilder("x ");
		written("", "850101-NNNC", "").chars()
			.forEach((sign) -> text.appendCodePoint((sign == '-') ? sign : zero.codePointAt(0) + sign - '0'));
		assertThat(PersonalNumbers.find(text)).contains(new Found(2, text.length() - 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "852001-NNNC", "165566778899", "851301-NNNC", "850132-NNNC", "850160-NNNC", "850192-NNNC",
			"850100-NNNC", "850229-NNNC", "19000229-NNNC", "5850101-NNNC", "850101-NNNC5", "17850101NNNC",
			"SE8501011234-NNNC", "SE2321000131-P850101NNNC", "0,850101NNNC", "850101NNNC,5", "8 50101-NNNC",
			"850101--NNNC", "850101\nNNNC", "850101 + NNNC", "850101/NNNC", "85-01-01-NNNC", "tel 070123NNNC",
			"Telefon: 070123NNNC", "ring 070123NNNC", "mobilnummer 070123NNNC", "växelns nr 070123NNNC" })
	void passesOver(String shape) {
		assertThat(PersonalNumbers.find(written("Se ", shape, " i år."))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "850101", "070-174 06 05", "+46 70 174 06 05", "+46701740605", "0480-123 45",
			"556677-8899", "5566778899", "212000-0142", "SE5566778899-H017", "SE2321000131-E000000001234",
			"2025-01-12 08:30", "20250112 0830 var det", "2025-01-01–2025-03-31", "20250101-20250331",
			"Under perioden 250101-0331 och 240101-1231", "22 709 listade, 412 besök, 87,5 %, 1 234 567,89 kronor",
			"Diarienummer RS 2025/0123-4", "2001010000", "850101-0007" })
	void passesOverOrdinaryText(String text) {
		assertThat(PersonalNumbers.find(text)).isEmpty();
	}

	@Test
	void refusesAnyOtherCheckDigit() {
		String right = written("", "850101-NNNC", "");
		for (char digit = '0'; digit <= '9'; digit++) {
			String text = right.substring(0, 10) + digit;
			assertThat(PersonalNumbers.find(text).isPresent()).as(text).isEqualTo(text.equals(right));
		}
	}

	@Test
	void tellsWhereAndNeverWhat() {
		String text = written("Hej! 556677-8899 ", "8\u200b50101 - NNNC", " 1");
		assertThat(PersonalNumbers.find(text)).contains(new Found(17, 14));
		assertThat(PersonalNumbers.find(text)).hasToString("Optional[Found[start=17, length=14]]");
	}

	@Test
	void masksEveryNumber() {
		String text = written("a ", "850101-NNNC", " b ") + written("", "19850161NNNC", " c");
		assertThat(PersonalNumbers.masked(text)).isEqualTo("a *********** b ************ c");
		assertThat(PersonalNumbers.masked("412")).isEqualTo("412");
	}

	@Test
	void findsRandomNumbersAmongRandomWords() {
		long seed = 20250101;
		Random random = new Random(seed);
		String[] between = { "", "-", "+", " ", " - ", "\u2013" };
		for (int i = 0; i < 20_000; i++) {
			LocalDate born = LocalDate.of(1890, 1, 1).plusDays(random.nextInt(50_000));
			int day = born.getDayOfMonth() + (random.nextBoolean() ? 60 : 0);
			String date = String.format("%04d%02d%02d", born.getYear(), born.getMonthValue(), day);
			String shape = date.substring(random.nextBoolean() ? 0 : 2) + between[random.nextInt(between.length)]
					+ "NNNC";
			String before = "x".repeat(random.nextInt(5)) + " ";
			String text = written(before, shape, " " + "y".repeat(random.nextInt(5)));
			assertThat(PersonalNumbers.find(text)).as("seed %s: %s", seed, text)
				.contains(new Found(before.length(), shape.length()));
		}
	}

	@Test
	void looksThroughALongTextAtOnce() {
		String text = "850101-".repeat(300_000) + " -".repeat(300_000);
		assertThat(PersonalNumbers.find(text)).isEmpty();
	}

	/** The text with an individual number and the check digit that fits. */
	private static String written(String before, String shape, String after) {
		String individual = "239";
		String digits = shape.replaceAll("NNNC.*", "NNNC").replaceAll("(?s)[^0-9N]", "").replace("NNN", individual);
		String ten = digits.substring(Math.max(0, digits.length() - 9));
		int sum = 0;
		for (int i = 0; i < ten.length(); i++) {
			int weighted = (ten.charAt(i) - '0') * ((i % 2 == 0) ? 2 : 1);
			sum += weighted / 10 + weighted % 10;
		}
		return before + shape.replace("NNN", individual).replace("C", String.valueOf((10 - sum % 10) % 10)) + after;
	}

}
