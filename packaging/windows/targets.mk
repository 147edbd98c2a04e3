# Included by the main Makefile. What each needs it installs when it is root, or it prints the one line to type.
WINDOWS := cd packaging/windows && $(abspath $(BIN))/python -B

.PHONY: installer installer-test installer-sign installer-behind release

installer: setup ## build build/POS-Closeout-Setup-<version>.exe for Windows (Debian)
	@$(WINDOWS) -m builder

installer-test: setup ## prove the installer under Wine, built anew only where something has changed; pictures in build/proof/photos
	@$(WINDOWS) -m builder --if-changed
	@$(WINDOWS) prove.py

installer-sign: setup ## build and sign with POS_CLOSEOUT_CERTIFICATE and POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE
	@$(WINDOWS) -m builder --sign

installer-behind: setup ## say what that is shipped with the installer has a newer version
	@$(WINDOWS) -m builder --behind

release: setup ## lay out build/release to publish: what was built, SHA256SUMS, bill of materials, notes (needs the tag)
	@$(WINDOWS) -m builder --release
