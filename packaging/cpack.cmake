# SPDX-License-Identifier: MIT
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tokenry)
set(CPACK_PACKAGE_VENDOR "The Tokenry authors")
set(CPACK_PACKAGE_CONTACT "The Tokenry authors <tokenry@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Pick databases in a grid, review exactly what will be permitted, create the token:
 its secret goes straight into the keychain of the desktop.")
# The linked libraries come from dpkg-shlibdeps. What is opened only at run time must be named here: QtKeychain opens
# libsecret, Qt its platform (libqt6gui6 brings it) and the plug-in for SVG icons.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0, libqt6svg6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland")
include(CPack)
