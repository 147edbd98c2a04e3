# Included by the main Makefile. What each needs it installs when it is root, or it prints the one line to type.
WINDOWS_PYTHON := $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || echo python3)
WINDOWS := cd packaging/windows && $(WINDOWS_PYTHON) -B

.PHONY: installer installer-test installer-sign

installer: ## build build/POS-Closeout-Setup-<version>.exe for Windows (Debian; root once)
	@$(WINDOWS) -m builder

installer-test: installer ## prove the installer under Wine, pictures in build/proof/photos
	@$(WINDOWS) prove.py

installer-sign: ## build and sign with POS_CLOSEOUT_CERTIFICATE and POS_CLOSEOUT_CERTIFICATE_PASSWORD_FILE
	@$(WINDOWS) -m builder --sign
