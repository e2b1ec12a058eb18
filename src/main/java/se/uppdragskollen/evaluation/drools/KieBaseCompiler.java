package se.uppdragskollen.evaluation.drools;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.kie.api.conf.SequentialOption;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.evaluation.RuleBooks;

/**
 * Compiles an edition's rules with Drools, to its executable model, in memory.
 */
final class KieBaseCompiler {

	private static final AtomicLong BUILD = new AtomicLong();

	private final KieServices services = KieServices.Factory.get();

	private final ClassLoader classLoader = KieBaseCompiler.class.getClassLoader();

	/** A KieBase and the module that it came from, as a jar's bytes. */
	record Compiled(KieBase kieBase, byte[] jar) {

	}

	Compiled compile(Edition edition) {
		ReleaseId release = this.services.newReleaseId("se.uppdragskollen.rules", edition.assignment(),
				edition.id() + "-" + BUILD.incrementAndGet());
		KieFileSystem files = this.services.newKieFileSystem();
		files.generateAndWritePomXML(release);
		KieModuleModel model = this.services.newKieModuleModel();
		model.newKieBaseModel("rules").setDefault(true).setSequential(SequentialOption.YES);
		files.writeKModuleXML(model.toXML());
		String folder = "src/main/resources/rules/" + edition.assignment().replace('-', '_') + "/e"
				+ edition.id().replace('-', '_');
		files.write(folder + "/edition.drl", DrlWriter.write(edition));
		KieBuilder builder = this.services.newKieBuilder(files, this.classLoader);
		builder.buildAll(ExecutableModelProject.class);
		if (builder.getResults().hasMessages(Message.Level.ERROR)) {
			throw new RuleBooks.UncompilableException(
					problems(edition, builder.getResults().getMessages(Message.Level.ERROR)));
		}
		InternalKieModule module = (InternalKieModule) builder.getKieModule();
		return new Compiled(kieBase(module), module.getBytes());
	}

	/** The KieBase of a module compiled earlier. */
	KieBase load(Path jar) {
		KieModule module = this.services.getRepository()
			.addKieModule(this.services.getResources().newFileSystemResource(jar.toFile()));
		return kieBase(module);
	}

	private KieBase kieBase(KieModule module) {
		try {
			KieContainer container = this.services.newKieContainer(module.getReleaseId(), this.classLoader);
			return container.getKieBase("rules");
		}
		finally {
			this.services.getRepository().removeKieModule(module.getReleaseId());
		}
	}

	/**
	 * What passed the reader and still does not compile is a fault of ours: name the
	 * file.
	 */
	private static List<Problem> problems(Edition edition, List<Message> messages) {
		return messages.stream()
			.map((message) -> Problem.ofFile("rules/" + edition.name(), "rule-uncompilable", message.getText()))
			.toList();
	}

}
