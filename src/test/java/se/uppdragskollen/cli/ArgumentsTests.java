package se.uppdragskollen.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An argument that cannot be used is answered with what can.
 */
class ArgumentsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					serve --port abc         | --port            | Där står: abc. | Tillåtet: ett heltal från 0 till 65535.
					serve --port 99999       | --port            | Där står: 99999. | Tillåtet: ett heltal från 0 till 65535.
					serve --management-port -1 | --management-port | Där står: -1. | Tillåtet: ett heltal från 0 till 65535.
					serve --demo --today imorgon | --today      | Där står: imorgon. | Tillåtet: ett datum som finns, skrivet ÅÅÅÅ-MM-DD.
					demo --out x --seed ett  | --seed            | Där står: ett. | Tillåtet: ett heltal.
					demo --out x --from maj  | --from            | Där står: maj. | Tillåtet: en månad, skriven ÅÅÅÅ-MM.
					""")
	void saysWhatIsAllowed(String command, String option, String found, String allowed) {
		Shell shell = Shell.run(command.split(" "));
		assertThat(shell.status()).isEqualTo(Exit.CANNOT_RUN);
		assertThat(shell.err()).contains("Värdet går inte att använda för " + option + ".", found, allowed);
	}

}
