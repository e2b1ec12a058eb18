package se.uppdragskollen.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs that nobody sees are found and taken out; what people read stays.
 */
class UnseenSignsTests {

	@Test
	void findsSignsOfNoWidthAndOfDirection() {
		for (int sign : List.of(0xAD, 0x61C, 0x200B, 0x200E, 0x202A, 0x202E, 0x2028, 0x2060, 0x2066, 0x2069, 0x3164,
				0xFEFF, 0xE0041)) {
			String text = "åb" + Character.toString(sign) + "c";
			assertThat(UnseenSigns.find(text)).as(Integer.toHexString(sign))
				.hasValue(new UnseenSigns.Found(3, "U+%04X".formatted(sign)));
			assertThat(UnseenSigns.without(text)).isEqualTo("åbc");
		}
	}

	@Test
	void leavesWhatIsRead() {
		for (String text : List.of("Å, ä och ö – 85 %\n\tnya rader\r\n", "fast\u00a0blank", "\u202f1\u2009000", "😀",
				"👩\u200d⚕️", "👩🏽\u200d⚕️", "می\u200cخواهم", "क्\u200dष", "שלום")) {
			assertThat(UnseenSigns.find(text)).as(text).isEmpty();
			assertThat(UnseenSigns.without(text)).isSameAs(text);
		}
	}

	@Test
	void takesJoinersBetweenLatinLettersOut() {
		assertThat(UnseenSigns.without("G\u200d2\u200c5\u200d")).isEqualTo("G25");
		assertThat(UnseenSigns.without("\u200d\u200b ")).isEqualTo(" ");
	}

}
