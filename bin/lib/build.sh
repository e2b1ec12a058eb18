# shellcheck shell=bash disable=SC2154
# Sourced by bin/uppdragskollen when the sources are newer than what was built last. Each build gets a folder of its own
# in target/start/ (jars, JVM options, class archive), and "current" is switched when all is there: a running process keeps
# the folder that it started from.

unpack() {
	local app=$1 jar=$root/target/start/build/uppdragskollen.jar
	mkdir -p "$app"
	cp "$jar.original" "$app/uppdragskollen.jar"
	(cd "$app" && "$JAVA_HOME/bin/jar" xf "$jar" BOOT-INF/lib BOOT-INF/classpath.idx && mv BOOT-INF/lib lib)
}

# A class from a signed jar cannot be archived, and JDK 17 crashes on a lambda that mentions one: the Eclipse compiler
unsign() {
	local jar=$1 classes=$1.classes
	mkdir "$classes"
	(cd "$classes" && "$JAVA_HOME/bin/jar" xf "$jar" && rm -f META-INF/*.SF META-INF/*.RSA &&
		"$JAVA_HOME/bin/jar" cfm0 "$jar" META-INF/MANIFEST.MF .)
	rm -rf "$classes"
}

class_path() {
	local app=$1 line jars=$1/uppdragskollen.jar
	while read -r line; do
		line=${line#*BOOT-INF/}
		jars+=:$app/${line%\"}
	done <"$app/BOOT-INF/classpath.idx"
	printf '%s' "$jars"
}

# Nothing that the JVM itself says may end up in a command's output
java_options() {
	local app=$1
	cat <<-EOF
		-Xlog:disable
		-Xlog:all=error:stderr
		-XX:+DisplayVMOutputToStderr
		-Dfile.encoding=UTF-8
		-Dstdout.encoding=UTF-8
		-Dstderr.encoding=UTF-8
		-Dsun.stdout.encoding=UTF-8
		-Dsun.stderr.encoding=UTF-8
		"-Duppdragskollen.home=${root//\\/\\\\}"
	EOF
	printf -- '-cp "%s"\n' "$(class_path "${app//\\/\\\\}")"
}

# Most commands are short and mostly compile rules: one collector thread, C2 only for what is really hot, and no log
short_run_options() {
	cat <<-EOF
		-XX:+UseSerialGC
		-XX:Tier4InvocationThreshold=50000
		-XX:Tier4MinInvocationThreshold=6000
		-XX:Tier4CompileThreshold=150000
		-XX:Tier4BackEdgeThreshold=400000
		-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider
		-Dslf4j.internal.verbosity=WARN
	EOF
}

# The service runs for months: as the JVM sees fit for the machine, and out of memory is the end, for a new start
long_run_options() { echo -XX:+ExitOnOutOfMemoryError; }

# Classes archived by a run that compiles an edition's rules and evaluates its cases load in a third less time. Without
# the archive everything works, only slower, so a failure here is nobody's concern.
archive_classes() {
	local app=$1 edition
	edition=$(cd "$root/assignments" && printf '%s\n' */*/assignment.yaml | head -n 1)
	timeout 120 "$JAVA_HOME/bin/java" "@$app/java.args" -XX:ArchiveClassesAtExit="$app/classes.jsa" -XX:ErrorFile=/dev/null \
		-XX:-CreateCoredumpOnCrash "$main" test "${edition%/assignment.yaml}" >/dev/null 2>&1 </dev/null || true
	if [ -s "$app/classes.jsa" ]; then
		printf '"-XX:SharedArchiveFile=%s"\n' "${app//\\/\\\\}/classes.jsa" | tee -a "$app/java.args" >>"$app/serve.args"
	fi
}

# Removes builds that no process runs from: each holds a shared lock on its folder
remove_old() {
	local app lock
	for app in "$root"/target/start/app-*; do
		[ "$app" != "$1" ] || continue
		exec {lock}<"$app"
		! flock -n "$lock" || rm -rf "$app"
		exec {lock}<&-
	done
}

build() {
	local start=$root/target/start app lock
	mkdir -p "$start" || give_up "Kan inte skriva i $root/target." "Cannot write to $root/target."
	exec {lock}<"$start"
	flock "$lock"
	if ! is_current; then
		app=$start/app-$(date +%Y%m%d%H%M%S)-$$
		say "Bygger Uppdragskollen … / Building Uppdragskollen …"
		touch "$start/stamp"
		rm -rf "$start/build/classes"
		if ! maven -q -Doutput.directory=target/start/build -Dmaven.test.skip=true -Dspring-javaformat.validate.skip=true \
			-Dmaven.compiler.failOnWarning=false package >"$start/build.log" </dev/null; then
			cat "$start/build.log" >&2
			give_up "Bygget misslyckades, se ovan." "The build failed, see above."
		fi
		unpack "$app"
		unsign "$app"/lib/ecj-*.jar
		{ short_run_options; java_options "$app"; } >"$app/java.args"
		{ long_run_options; java_options "$app"; } >"$app/serve.args"
		archive_classes "$app"
		jdk >"$app/jdk"
		mv "$start/stamp" "$app/stamp"
		ln -sfn "$app" "$start/next"
		mv -T "$start/next" "$start/current"
		remove_old "$app"
	fi
	exec {lock}<&-
}
