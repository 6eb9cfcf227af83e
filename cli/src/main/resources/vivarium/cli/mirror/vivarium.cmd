@echo off
rem Runs the Vivarium that lies in the folder lib. It needs Java 17 or newer, and no network.
setlocal
set "root=%~dp0"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if exist "%root%java\bin\java.exe" set "java=%root%java\bin\java.exe"
if not exist "%root%lib\javet-node-windows-*.jar" (
  echo This mirror is not for Windows: README.txt says for what.>&2
  exit /b 3
)
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%root%lib\*" vivarium.cli.Main %*
exit /b %ERRORLEVEL%
